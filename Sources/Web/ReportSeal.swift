import Documents
import Reports

extension Site {
  /// What stands under a printed report: who signed it, and a code by which anybody verifies that; of one that nobody
  /// signed, that it is not signed.
  func seal(_ issue: ReportIssue?, of run: ReportRun, _ words: Wording) -> ReportPage.Seal {
    guard let issue, issue.asOf == run.asOf else {
      return .init(signatures: [words("report.unsigned")], checkpoint: nil, digest: nil, address: nil, code: nil)
    }
    let address = "\(desk.address ?? "ipcase:")/verify/\(issue.digest)"
    let code = issue.state == .issued ? QRCode(address) : nil
    return .init(
      signatures: words.row(issue, reports).signatures + (issue.state == .issued ? [] : [words("report.unsigned")]),
      checkpoint: words.row(issue, reports).checkpoint, digest: issue.digest, address: code == nil ? nil : address,
      code: code.map { .init(extent: $0.side + 4, path: $0.path) })
  }
}
