extension Run {
  static let penaltyRuns: [Run] = []
  static let satelliteRuns: [Run] = []
}
