import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct DoctorTests {
  private static let unlocked = "alter table entry disable trigger entry_stays"

  /// What makes each rule find fault with file 2026-000001, of which a referral is received, or with 2026-000002, a lead.
  static let injuries: [(rule: String, number: Int, by: [String])] = [
    (
      "chain", 1,
      [
        unlocked, "update entry set facts = '{\"reason\":\"forged\"}' where case_file = 1 and sequence = 2",
        "update proceeding set facts = '{\"reason\":\"forged\",\"officers\":\"甲、乙\",\"findings\":\"涉嫌犯罪\"}' where kind = 'referral'",
      ]
    ),
    ("chain", 1, [unlocked, "update entry set recorded_at = recorded_at + interval '1 us' where id = 2"]),
    ("chain", 1, [unlocked, "update entry set happened_from = '2020-01-01' where id = 1"]),
    ("chain", 1, [unlocked, "update entry set fine_fen = 1 where id = 2"]),
    ("chain", 1, [unlocked, "update entry set digest = sha256('x') where case_file = 1 and sequence = 7"]),
    (
      "chain", 1,
      [
        unlocked, "update entry set facts = '{}' where case_file = 1 and sequence = 2",
        "update proceeding set facts = '{\"officers\":\"甲、乙\",\"findings\":\"涉嫌犯罪\"}' where kind = 'referral'",
        "update entry e set digest = entry_digest(e) where case_file = 1 and sequence = 2",
      ]
    ),
    ("sequence", 2, ["update case_file set revision = 7 where id = 2"]),
    (
      "sequence", 1,
      [
        unlocked, "alter table tally drop constraint tally_entry", "delete from outbox where entry = 7",
        "alter table clock drop constraint clock_started_by",
        "delete from entry where id = 7",
      ]
    ),
    ("owner", 2, ["delete from case_access where case_file = 2 and ground = 'owner'"]),
    ("owner", 2, ["update case_access set agency = 'AGR' where case_file = 2 and ground = 'owner'"]),
    ("owner", 1, ["update case_access set ground = 'owner' where case_file = 1 and agency = 'IPB'"]),
    (
      "owner", 2,
      [
        "alter table case_file disable trigger case_file_access",
        "alter table case_file disable trigger case_file_owner_stays",
        "update case_file set owner_agency = 'PSB', due_at = null where id = 2",
      ]
    ),
    ("seen", 2, ["update case_file set seen_by = '{IPB}' where id = 2"]),
    ("supervision", 2, ["delete from case_access where case_file = 2 and ground = 'supervision'"]),
    ("status", 2, ["update case_file set status = 'penalty/filed' where id = 2"]),
    ("status", 2, ["update proceeding set state = 'review' where case_file = 2"]),
    ("referral", 1, ["update referral set open = false"]),
    (
      "referral", 1,
      ["alter table referral drop constraint referral_order", "update referral set approved_at = null"]
    ),
    (
      "referral", 1,
      [
        """
        update case_file set owner_agency = 'IPB', due_at = (select due_at from clock where case_file = 1 and rule = 'P1')
        where id = 1
        """
      ]
    ),
    ("notice", 1, ["delete from outbox where kind = 'referral.send'"]),
    ("notice", 1, ["update outbox set agency = 'AGR' where kind = 'referral.send'"]),
    (
      "clock", 2,
      [
        "update proceeding set state = 'closed' where case_file = 2",
        "update case_file set status = 'penalty/closed' where id = 2",
      ]
    ),
    ("due", 2, ["update case_file set due_at = null where id = 2"]),
    ("next-act", 0, ["update officer set active = false where agency = 'IPB'"]),
    ("next-act", 0, ["update officer set roles = '{auditor,administrator,statistician}' where agency = 'IPB'"]),
    ("next-act", 1, ["update officer set active = false where agency = 'PSB'"]),
    ("facts", 2, ["update proceeding set facts = '{\"leadSource\":\"tip\"}' where case_file = 2"]),
    (
      "review", 2,
      [
        """
        insert into entry (case_file, sequence, proceeding, act, milestone, agency, officer, happened_from, happened_to,
          recorded_at, facts, previous, digest)
        select 2, 2, id, 'decide', 'decided', 'IPB', 1, '2026-11-10', '2026-11-10', '2026-11-20', '{}', '', ''
        from proceeding where case_file = 2
        """, "update case_file set revision = 2 where id = 2",
      ]
    ),
    (
      "ledger", 2,
      [
        """
        insert into sanction (case_file, proceeding, entry, party, kind, amount_fen)
        select 2, proceeding, id, '桂澜鞋店', 'fine', 100 from entry where case_file = 2
        """
      ]
    ),
    (
      "lapsed", 2,
      [
        """
        with measure as (
          insert into proceeding (case_file, kind, state, agency, since)
          values (2, 'measure', 'in-force', 'IPB', '2026-09-01') returning id)
        insert into clock (case_file, proceeding, rule, liable, agency, started_by, due_day, due_at)
        select 2, measure.id, 'P7', 'party', null, e.id, '2026-10-01', '2026-10-02' from measure, entry e
        where e.case_file = 2
        """
      ]
    ),
  ]

  @Test(arguments: injuries.indices) func whatIsBrokenByHandIsNamed(index: Int) async throws {
    let injury = Self.injuries[index]
    let district = try await District()
    _ = try await district.referral(district.logged(), to: "received")
    _ = try await district.logged("桂澜鞋店")
    let doctor = Registry(TestDatabase.owner)
    #expect(try await doctor.examine(now: Given.now) == [])
    try await TestDatabase.owner.autocommit { db in
      for statement in injury.by { try db.script(statement) }
    }
    let findings = try await doctor.examine(now: Given.now)
    // 0: both files.
    let numbers = injury.number == 0 ? [1, 2] : [injury.number]
    #expect(findings.map(\.rule) == numbers.map { _ in injury.rule })
    #expect(findings.map(\.number.wire) == numbers.map { "2026-00000\($0)" })
  }

  @Test func everyRuleIsTried() {
    #expect(Set(Self.injuries.map(\.rule)) == Set(Registry.doctorRules))
  }

  @Test func anEmptyRegisterIsSound() async throws {
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now) == [])
  }

  @Test(arguments: ["withdraw", "refuse"]) func aReferralThatEndedWithoutApprovalIsSound(act: String) async throws {
    let district = try await District()
    let referral = try await district.referral(district.logged())
    try await district.act(act, of: referral.id, by: district.head)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now) == [])
  }

  @Test func aClosedFileIsNotStuckWithoutOfficers() async throws {
    let district = try await District()
    let penalty = try await district.penalty(district.logged())
    try await district.act("verify", of: penalty, by: district.handler)
    let decline = ActRequest(
      act: "decline", happenedOn: try When(wire: "2026-11-06"), facts: ["ground": "no-fault", "approver": "丙"],
      revision: nil)
    _ = try await district.registry.act(penalty, decline, once: Given.once(), by: district.head, now: Given.now)
    try await District.tamper("update officer set active = false")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now) == [])
  }
}
