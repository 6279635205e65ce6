@testable import Documents

extension Paper {
  /// Facts of a referral; the parties are fictional, and one has characters that few fonts hold.
  static let letterFacts = PaperFacts(
    texts: [
      "agency": "南海区知识产权局", "receiver": "南海区公安分局", "case": "2026-000121", "summary": "涉嫌销售假冒注册商标的商品",
      "respondents": "灯湖服饰商行、张喆堃",
      "referral.draft.reason": "进货渠道可疑，数量大",
      "referral.draft.offence": "销售假冒注册商标的商品罪",
      "referral.report.findings": "查获运动鞋五百双。", "referral.approve.on": "2026年11月20日", "referral.approve.officer": "何立",
      "asked.number": "南知移〔2026〕12号",
    ])

  static func letter() throws -> Paper {
    guard let template = try PaperShelf()["referral-letter"] else { throw PaperPress.Failed() }
    return Paper(
      template: template, facts: letterFacts, isDraft: false, code: "https://ip.example/verify/7-0a1b",
      day: "2026-11-20")
  }

  /// One paragraph of body.
  static func plain(_ text: String, isDraft: Bool) throws -> Paper {
    let template = try PaperTemplate("version: 1\nname: [正文, Body]\nof: x\n---\n- {{text}}", key: "plain")
    return Paper(
      template: template, facts: PaperFacts(texts: ["text": text]), isDraft: isDraft, code: nil, day: "2026-11-20")
  }
}
