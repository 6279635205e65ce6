import Casework
import Catalogue
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct HelpPageTests {
  @Test func theIndexLeadsToEveryProcedure() async throws {
    let browser = try await Client().browsing(Given.officer("IPB", .clerk))
    let page = try await browser.get("/help/proceedings")
    #expect(page.status == 200)
    for kind in ProceedingKind.allCases {
      let isLinked = page.body.contains(#"href="/help/proceedings/\#(kind.rawValue)""#)
      #expect(isLinked == (kind.procedure != nil), "\(kind)")
    }
    #expect(!page.body.contains("⟦"))
  }

  @Test func everyProcedureIsExplainedActByAct() async throws {
    var browser = try await Client().browsing(Given.officer("IPB", .clerk))
    let catalogue = browser.site.catalogue
    for kind in ProceedingKind.allCases {
      guard let procedure = kind.procedure else { continue }
      browser.language = "zh-CN"
      let page = try await browser.get("/help/proceedings/\(kind.rawValue)")
      #expect(page.status == 200, "\(kind)")
      let words = { (key: String) in catalogue.text(key, in: .chinese) }
      for rule in procedure.acts {
        #expect(page.body.contains(words("act.\(kind.rawValue).\(rule.act)")), "\(kind) \(rule.act)")
        for fact in rule.facts where fact.required {
          #expect(page.body.contains(words("fact.\(fact.name)")), "\(kind) \(fact.name)")
        }
      }
      for state in procedure.states {
        #expect(page.body.contains(words("state.\(kind.rawValue).\(state)")), "\(kind) \(state)")
      }
      // A row for the head of the table and one for each act.
      #expect(page.body.matches(of: /<tr>/).count == procedure.acts.count + 1, "\(kind)")
      #expect(page.body.contains("stateDiagram-v2"))
      #expect(!page.body.contains("⟦"), "\(kind)")
      browser.language = "en"
      let english = try await browser.get("/help/proceedings/\(kind.rawValue)").body
      #expect(english.contains(#"<html lang="en">"#) && !english.contains("⟦"), "\(kind)")
    }
  }

  @Test(arguments: ["inspection", "credit", "nonsense", "PENALTY", "penalty%20", "%00"])
  func whatHasNoMachineIsNotFound(kind: String) async throws {
    let browser = try await Client().browsing(Given.officer("IPB", .clerk))
    #expect([400, 404].contains(try await browser.get("/help/proceedings/\(kind)").status))
  }

  @Test func theDiagramIsThatOfTheMachine() async throws {
    let browser = try await Client().browsing(Given.officer("IPB", .clerk))
    let page = try await browser.get("/help/proceedings/summary").body
    let procedure = try #require(ProceedingKind.summary.procedure)
    let arrows = procedure.rules.filter { $0.to != nil }.map(\.from.count).reduce(0, +)
    let diagram = try #require(page.firstMatch(of: /(?s)<pre class="diagram"[^>]*>(.+?)<\/pre>/)?.output.1)
    // One into the first state, one for each act from each of its states, one out of each final state.
    let lines = String(diagram).matches(of: /--(&gt;|>)/).count
    #expect(lines == 1 + arrows + procedure.finalStates.count)
  }

  @Test func whoIsNotSignedInSignsInFirst() async throws {
    let answer = try await Client().get("/help/proceedings")
    #expect(answer.status != 200)
  }
}
