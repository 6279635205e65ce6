import Casework
import Law
import Postgres
import Registry
import TestSupport
import Testing

/// Transfers sideways: receipt, refusal, jurisdiction dispute; each accident is one that happened elsewhere
/// (product notes 1.5, SORMAS #6941, #8576, #9836, #10489, and the six questions of #4423).
@Suite(.database) struct TransferTests {
  /// A transfer from the bureau to the bureau of culture, taken as far as `state`.
  private func transfer(
    _ number: CaseNumber, in district: District, to state: String = "sent"
  ) async throws -> Int64 {
    let opened = try await district.registry.open(
      OpeningRequest(
        kind: .transfer,
        facts: ["receivingAgency": "CUL", "transferGround": "jurisdiction", "reason": "涉及著作权"]),
      in: number, once: Given.once(), by: district.handler, now: Given.now
    ).value
    let way = [("approve", "approved", district.head), ("send", "sent", district.handler)]
    for (act, to, officer) in way
    where ["approved", "sent"].firstIndex(of: to).map({ index in
      index <= (["approved", "sent"].firstIndex(of: state) ?? -1)
    }) == true {
      try await take(act, of: opened, by: officer, district)
    }
    return opened
  }

  private func take(
    _ act: String, _ facts: [String: String] = [:], of id: Int64, by officer: Officer, _ district: District,
    on day: String = "2026-11-20", at now: Instant = Given.now
  ) async throws {
    let request = ActRequest(act: act, happenedOn: try When(wire: day), facts: facts, revision: nil)
    _ = try await district.registry.act(id, request, once: Given.once(), by: officer, now: now)
  }

  private func owner(_ number: CaseNumber, _ officer: Officer, _ district: District) async throws -> String {
    try await district.registry.caseFile(number, for: officer).head.owner.rawValue
  }

  private func clerk(_ agency: String) async throws -> Officer { try await Given.officer(agency, .clerk) }

  @Test func whatIsVisibleBeforeItIsAccepted() async throws {
    let district = try await District()
    let number = try await district.logged()
    let id = try await transfer(number, in: district, to: "approved")
    #expect(
      try await code { _ = try await district.registry.caseFile(number, for: district.culture) } == "case.unknown")
    try await take("send", of: id, by: district.handler, district)
    #expect(try await owner(number, district.culture, district) == "IPB")
  }

  @Test func howTheReceiverKnowsAndTheSenderLearns() async throws {
    let district = try await District()
    let number = try await district.logged()
    let id = try await transfer(number, in: district)
    let told = try await district.registry.notices(after: nil, limit: 9, for: district.culture)
    #expect(told.map(\.kind) == ["transfer.send"])
    try await take("receive", of: id, by: clerk("CUL"), district)
    let learned = try await district.registry.notices(after: nil, limit: 9, for: district.handler)
    #expect(learned.map(\.kind) == ["transfer.receive"])
  }

  @Test func theFileIsTheReceiversFromTheReceiptOn() async throws {
    let district = try await District()
    let number = try await district.logged()
    let id = try await transfer(number, in: district)
    try await take("receive", of: id, by: clerk("CUL"), district, at: Given.now.adding(seconds: 9))
    let head = try await district.registry.caseFile(number, for: district.handler).head
    #expect(head.owner.rawValue == "CUL" && head.heldSince == Given.now.adding(seconds: 9))
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
    // Its new owner goes on with a procedure of its own.
    _ = try await district.registry.open(
      OpeningRequest(kind: .penalty), in: number, once: Given.once(), by: district.culture, now: Given.now)
  }

  @Test func itCanBeWithdrawnBeforeTheReceiptAndNotAfter() async throws {
    let district = try await District()
    let number = try await district.logged()
    let first = try await transfer(number, in: district)
    try await take("withdraw", ["reason": "有误"], of: first, by: district.handler, district)
    #expect(
      try await code { _ = try await district.registry.caseFile(number, for: district.culture) } == "case.unknown")
    let second = try await transfer(number, in: district)
    try await take("receive", of: second, by: clerk("CUL"), district)
    let late = try await code {
      try await take("withdraw", ["reason": "有误"], of: second, by: district.handler, district)
    }
    #expect(late == "act.not-now")
  }

  @Test func theSameCaseSharedTwiceWithDifferentTermsHasOneOwner() async throws {
    let district = try await District()
    let number = try await district.logged()
    _ = try await transfer(number, in: district)
    let again = try await code { _ = try await transfer(number, in: district) }
    #expect(again == "referral.open")
    let police = try await code { _ = try await district.referral(number, to: "drafted") }
    #expect(police == "referral.open")
    let other = try await district.logged()
    _ = try await district.referral(other, to: "drafted")
    #expect(try await code { _ = try await transfer(other, in: district) } == "referral.open")
  }

  @Test func whoeverNoLongerOwnsTheFileSendsAMessageAndDoesNotEdit() async throws {
    let district = try await District()
    let number = try await district.logged()
    let id = try await transfer(number, in: district)
    try await take("receive", of: id, by: clerk("CUL"), district)
    let added = try await code {
      _ = try await district.registry.supplement(
        SupplementRequest(
          goods: [Goods(name: Line(wire: "鞋"), quantity: nil, unit: nil, value: nil, priceBasis: nil)],
          reason: Prose(wire: "补充")), to: number, once: Given.once(), by: district.clerk, now: Given.now)
    }
    #expect(added == "case.not-yours")
    try await take("inform", ["message": "又查明一处仓库"], of: id, by: district.handler, district)
    let told = try await district.registry.notices(after: nil, limit: 1, for: district.culture)
    #expect(told.map(\.kind) == ["transfer.inform"])
    #expect(try await owner(number, district.culture, district) == "CUL")
  }

  @Test func nothingIsDecidedWhileItIsOut() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penaltyToDecide(number)
    let id = try await transfer(number, in: district)
    #expect(try await code { try await district.act("decide", of: penalty, by: district.head) } == "referral.out")
    try await take("decline", ["reason": "不属本机关"], of: id, by: district.culture, district)
    #expect(try await code { try await district.act("decide", of: penalty, by: district.head) } == "referral.out")
    try await take("withdraw", ["reason": "自行办理"], of: id, by: district.handler, district)
    try await district.act("decide", of: penalty, by: district.head, on: "2026-11-20")
  }

  @Test func aRefusalHasItsReasonAndItsClockAndGoesUpIfNeedBe() async throws {
    let district = try await District()
    let number = try await district.logged()
    let id = try await transfer(number, in: district)
    #expect(try await code { try await take("decline", of: id, by: district.culture, district) } == "fact.missing")
    try await take("decline", ["reason": "不属本机关"], of: id, by: district.culture, district)
    // Seven working days from Friday, 20 November: 23 to 27 November are five, 30 November and 1 December two.
    let clocks = try await district.registry.clocks(of: number, for: district.handler)
    let dispute = try #require(clocks.first { $0.rule == "P2" })
    #expect(dispute.dueDay?.description == "2026-12-01" && dispute.agency?.rawValue == "IPB")
    try await take("escalate", ["superior": "市局", "document": "请示1"], of: id, by: district.head, district)
    try await take("designate", ["document": "批复1"], of: id, by: district.handler, district)
    try await take("receive", of: id, by: clerk("CUL"), district)
    #expect(try await owner(number, district.culture, district) == "CUL")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func simultaneousReceiptAndWithdrawalHaveOneWinner() async throws {
    let district = try await District()
    let receiver = try await clerk("CUL")
    for _ in 0..<6 {
      let number = try await district.logged()
      let id = try await transfer(number, in: district)
      async let received = code { try await take("receive", of: id, by: receiver, district) }
      async let withdrawn = code {
        try await take("withdraw", ["reason": "有误"], of: id, by: district.handler, district)
      }
      let (left, right) = try await (received, withdrawn)
      #expect((left == nil) != (right == nil), "\(left ?? "done") \(right ?? "done")")
      #expect(try await owner(number, district.handler, district) == (left == nil ? "CUL" : "IPB"))
    }
  }

  @Test func aDoubleReceiptIsOneReceipt() async throws {
    let district = try await District()
    let number = try await district.logged()
    let id = try await transfer(number, in: district)
    let receiver = try await clerk("CUL")
    async let first = code { try await take("receive", of: id, by: receiver, district) }
    async let second = code { try await take("receive", of: id, by: receiver, district) }
    let codes = try await [first, second]
    #expect(codes.filter { $0 == nil }.count == 1)
    let receipts = try await district.registry.entries(of: number, for: district.handler).filter { $0.act == "receive" }
    #expect(receipts.count == 1)
  }

  @Test func aTransferToOneselfIsNone() async throws {
    let district = try await District()
    let number = try await district.logged()
    let own = try await code {
      _ = try await district.registry.open(
        OpeningRequest(
          kind: .transfer, facts: ["receivingAgency": "IPB", "transferGround": "other", "reason": "x"]),
        in: number, once: Given.once(), by: district.handler, now: Given.now)
    }
    #expect(own == "agency.own")
  }

  /// 程序规定 art. 45: fifteen working days from the receipt; a delay is told before they are over.
  @Test func supportIsAnsweredInFifteenWorkingDays() async throws {
    let district = try await District()
    let number = try await district.logged()
    let id = try await district.registry.open(
      OpeningRequest(
        kind: .support, facts: ["assistant": "CUL", "supportKind": "identification", "matter": "辨认正版标识"]),
      in: number, once: Given.once(), by: district.handler, now: Given.now
    ).value
    try await take("receive", of: id, by: clerk("CUL"), district)
    // From Friday, 20 November: fifteen working days end on Friday, 11 December.
    let clock = try #require(
      try await district.registry.clocks(of: number, for: district.handler).first { $0.rule == "P4" })
    #expect(clock.dueDay?.description == "2026-12-11" && clock.agency?.rawValue == "CUL")
    let late = try await code {
      try await take(
        "announce-delay", ["reason": "人手不足", "expectedOn": "2026-12-31"], of: id, by: district.culture, district,
        on: "2026-12-14", at: Given.now.adding(seconds: 40 * 86_400))
    }
    #expect(late == "support.delay-late")
    try await take("answer", ["supportResult": "系假冒"], of: id, by: district.culture, district)
    #expect(try await owner(number, district.handler, district) == "IPB")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }
}
