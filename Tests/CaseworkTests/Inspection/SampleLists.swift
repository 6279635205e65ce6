import Casework

/// Lists of a random inspection. The agencies and people are fictional.
enum SampleLists {
  static let targets = Sample.sure {
    let listed: [(String, String, String?)] = [
      ("远航知识产权代理有限公司", "91440605MA0000162B", "桂城街道"), ("灯湖商标事务所", "91440605MA00001706", "大沥镇"),
      ("千灯专利代理事务所", "91440605MA00001893", nil), ("映月知识产权服务有限公司", "91440605MA0000197X", "狮山镇"),
      ("平洲商标代理有限公司", "91440605MA000020XE", "桂城街道"), ("里水专利代理事务所", "91440605MA0000218E", "里水镇"),
    ]
    return try listed.map { try target($0.0, $0.1, $0.2) }
  }

  static let inspectors = Sample.sure {
    try [("周敏", "粤A001"), ("何志远", "粤A002"), ("梁家宝", "粤A003"), ("陈一鸣", "粤A004")].map {
      Inspector(name: try Line(wire: $0.0), certificate: try Line(wire: $0.1))
    }
  }

  static let conflicts = Sample.sure {
    try [conflict("粤A001", "91440605MA00001706"), conflict("粤A003", "91440605MA0000197X")]
  }

  static func target(_ name: String, _ number: String, _ group: String? = nil) throws -> InspectionTarget {
    InspectionTarget(
      name: try Line(wire: name), identityNumber: try Line(wire: number), group: try group.map { try Line(wire: $0) })
  }

  static func conflict(_ certificate: String, _ number: String) throws -> InspectionConflict {
    InspectionConflict(certificate: try Line(wire: certificate), identityNumber: try Line(wire: number))
  }

  static func lists(
    targets: [InspectionTarget] = targets, inspectors: [Inspector] = inspectors,
    conflicts: [InspectionConflict] = conflicts, sample: String = "3", team: Int = 2
  ) throws(Refusal) -> InspectionLists {
    try InspectionLists(
      targets: targets, inspectors: inspectors, conflicts: conflicts, sample: try SampleSize(wire: sample), team: team)
  }

  /// No digest at all, but the very bytes: keys are then in the order of the texts.
  static let plain: SHA256 = { $0 }
}
