extension Run {
  static let penaltyRuns: [Run] = []
  static let satelliteRuns: [Run] = []
  static let patentRuns: [Run] = []
  static let intakeRuns: [Run] = []
  static let justiceRuns: [Run] = []
  static let creditRuns: [Run] = []
  static let workRuns: [Run] = []
  static let taskRuns: [Run] = []
}
