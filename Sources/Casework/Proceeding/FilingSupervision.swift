/// Supervision of filing (立案监督): the procuratorate has the police say why they do not file a case.
///
/// A complaint is accepted → the police are asked for their reasons → they explain → the reasons are accepted, and the
/// agency is told; or they are rejected, and the police are told to file. Police who still do not file are corrected,
/// and the matter goes one level up.
///
/// Legal basis: 人民检察院刑事诉讼规则 (2019) art. 557-564; 国务院令第310号 (2020) art. 9.
extension Procedure {
  /// The machine.
  public static let filingSupervision = Procedure(
    kind: .filingSupervision,
    // 受理
    opening: ActRule(
      "accept", to: "accepted", side: .conductor, by: .intake,
      facts: [.required("police", .agency), .optional("complainedBy", .line), .optional("reason", .prose)],
      informs: "police", citation: "procuratorate-rules@557"),
    rules: [
      // 不属于立案监督，或者尚未超过期限: the complaint is answered and ends.
      ActRule(
        "dismiss", from: ["accepted"], to: "dismissed", side: .conductor, by: .handlersAndHeads,
        facts: [.required("reason", .prose)], citation: "procuratorate-rules@558", clocks: [.endAll]),
      // 要求说明不立案理由，或者逾期不作决定的理由
      ActRule(
        "demand", from: ["accepted"], to: "explaining", side: .conductor, by: .handlersAndHeads,
        facts: [.required("complaint", .choice(["not-filed", "overdue"])), .optional("document", .line)],
        requires: [.complaintOfThat], citation: "procuratorate-rules@560",
        clocks: [
          .startIf(fact: "complaint", is: "not-filed", "S560", against: .receiver),
          .startIf(fact: "complaint", is: "overdue", "S562", against: .receiver),
        ]),
      // 公安机关说明理由
      ActRule(
        "explain", from: ["explaining"], to: "explained", side: .receiver, by: .handlersAndHeads,
        facts: [.required("explanation", .prose), .optional("document", .line)], citation: "procuratorate-rules@560",
        clocks: [.satisfy("S560"), .satisfy("S562")]),
      // 理由成立
      ActRule(
        "uphold", from: ["explained"], to: "upheld", side: .conductor, by: .handlersAndHeads,
        facts: [.optional("reason", .prose)], citation: "procuratorate-rules@561.2",
        clocks: [.start("S561-2", against: .owner)]),
      // 告知行政执法机关或者被害人
      ActRule(
        "tell", from: ["upheld"], to: "upheld-told", side: .conductor, by: .intake,
        facts: [.optional("toldAgency", .agency), .optional("told", .prose)],
        requires: [.complainantTold, .somebodyTold], informs: "toldAgency", citation: "procuratorate-rules@561.2",
        clocks: [.satisfy("S561-2"), .endAll]),
      // 通知立案: the reasons do not hold, or none came in time; the chief procurator decides.
      ActRule(
        "notify", from: ["explaining", "explained"], to: "notified", side: .conductor, by: .heads,
        facts: [.required("document", .line), .required("reason", .prose)],
        requires: [
          .waited(for: "S560", citation: "procuratorate-rules@560"),
          .waited(for: "S562", citation: "procuratorate-rules@562"),
        ],
        citation: "procuratorate-rules@561",
        clocks: [.end("S560"), .end("S562"), .start("S561", against: .receiver)]),
      // 公安机关立案, when told to or before.
      ActRule(
        "file", from: ["explaining", "explained", "notified", "corrected", "escalated"], to: "filed", side: .receiver,
        by: .handlersAndHeads, facts: [.required("document", .line)], citation: "procuratorate-rules@563",
        clocks: [
          .satisfy("S560"), .satisfy("S562"), .satisfy("S561"), .start("S564-3", against: .receiver),
        ]),
      // 纠正违法通知: fifteen days have passed and the police have not filed.
      ActRule(
        "correct", from: ["notified"], to: "corrected", side: .conductor, by: .heads,
        facts: [.required("document", .line)], requires: [.waited(for: "S561", citation: "procuratorate-rules@564")],
        citation: "procuratorate-rules@564"),
      // 报上一级人民检察院协商
      ActRule(
        "escalate", from: ["corrected"], to: "escalated", side: .conductor, by: .heads,
        facts: [.required("movedTo", .line), .optional("reason", .prose)], citation: "procuratorate-rules@564"),
      // 催办: three months after filing the investigation has not ended.
      ActRule(
        "remind", from: ["filed"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.optional("document", .line)],
        requires: [.waited(for: "S564-3", citation: "procuratorate-rules@564.3")],
        citation: "procuratorate-rules@564.3"),
      // 办结
      ActRule(
        "close", from: ["filed", "escalated"], to: "closed", side: .conductor, by: .handlersAndHeads,
        facts: [.required("result", .prose)], clocks: [.endAll]),
    ],
    conduct: .anyOf([.procuratorate]), leads: false, follows: [.referral], receiver: "police")
}

extension Requirement {
  /// What the police are asked for is what the referral shows: that they do not file, or that they have not decided.
  static let complaintOfThat = Requirement(
    "supervision.complaint", field: "facts.complaint", citation: "procuratorate-rules@562"
  ) { standing in
    guard let origin = standing.around.origin, origin.kind == .referral else { return true }
    switch origin.state {
    case "received", "supplementing": return standing.facts["complaint"] == "overdue"
    case "police-not-filed", "non-filing-upheld", "supervision-sought":
      return standing.facts["complaint"] == "not-filed"
    default: return true
    }
  }

  /// 告知行政执法机关: where it referred the case.
  static let complainantTold = Requirement(
    "supervision.agency-untold", field: "facts.toldAgency", citation: "procuratorate-rules@561.2"
  ) { $0.around.origin?.kind != .referral || $0.facts["toldAgency"] != nil }
}
