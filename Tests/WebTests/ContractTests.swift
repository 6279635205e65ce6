import Foundation
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct ContractTests {
  private func operations(_ client: Client) async throws -> Set<String> {
    let document = try await client.get("/api/openapi.json").object
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    let methods: Set<String> = ["get", "post", "put", "patch", "delete"]
    return Set(
      paths.flatMap { path, item in
        item.keys.filter { methods.contains($0) }.map { "\($0.uppercased()) \(path)" }
      })
  }

  private func routes(_ client: Client) -> Set<String> {
    Set(MethodTable(client.site.router()).names.filter { $0.contains(" /api/") })
  }

  @Test func everyRouteIsInTheContract() async throws {
    let client = try await Client()
    #expect(routes(client).subtracting(try await operations(client)) == [])
  }

  @Test func everyOperationOfTheContractIsARoute() async throws {
    let client = try await Client()
    let described = try await operations(client)
    #expect(described.count > 10)
    #expect(described.subtracting(routes(client)) == [])
  }

  @Test func theContractIsOpenAPI31() async throws {
    let document = try await Client().get("/api/openapi.json").object
    #expect((document["openapi"] as? String)?.hasPrefix("3.1") == true)
  }
}
