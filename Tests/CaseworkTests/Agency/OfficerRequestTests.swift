import Casework
import Testing

@Suite struct OfficerRequestTests {
  private func refused(_ login: String, _ roles: Set<Role> = [.clerk]) -> Refusal? {
    refusal { () throws(Refusal) in
      _ = try OfficerRequest(login: login, name: try Line(wire: "测试员"), agency: Sample.bureau, roles: roles)
    }
  }

  @Test(arguments: ["ab", "li.ming", "a-1_2", "a" + String(repeating: "9", count: 39)])
  func theseNamesCanSignIn(login: String) {
    #expect(refused(login) == nil)
  }

  @Test(arguments: [
    "", "a", "1a", ".a", "Li", "李明", "a b", "a@b", "a\0b", "ab\n", "a" + String(repeating: "9", count: 40), "ａｂ",
  ])
  func theseNamesCannot(login: String) {
    #expect(refused(login)?.code == "officer.login")
    #expect(refused(login)?.field == "login")
  }

  @Test func anOfficerHasARole() {
    #expect(refused("li.ming", [])?.code == "officer.roles")
    #expect(refused("li.ming", [])?.field == "roles")
  }
}
