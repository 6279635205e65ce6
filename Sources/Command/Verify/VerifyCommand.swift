import ArgumentParser
import Foundation
import Handoff
import Secrets

/// Checks a package without any server.
struct VerifyCommand: ParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("verify", "verify")

  /// The package, or the folder into which it was unpacked.
  @Argument(help: Words.help("cli.verify.package"))
  var package: String

  /// File with the public key that is trusted.
  @Option(help: Words.help("cli.verify.key"))
  var key: String?

  /// The form of results.
  @OptionGroup var form: FormOptions

  /// What verifying found.
  struct Finding: Codable {
    /// The name by which both sides know the package.
    let name: String
    /// Who signed it.
    let signer: String
    /// For whom.
    let receiver: String
    /// Number of the case file with the sender.
    let number: String
    /// Files of the payload.
    let files: Int
    /// The public key.
    let key: String

    static var columns: [Column<Finding>] {
      [
        Column("signer", .code, \.signer), Column("receiver", .code, \.receiver), Column("number", .code, \.number),
        Column("files", .number) { String($0.files) }, Column("package", .code, \.name), Column("key", .code, \.key),
      ]
    }
  }

  func run() throws {
    var holds = true
    try Exit.reportingAtOnce {
      guard FileManager.default.fileExists(atPath: package) else {
        throw ClientFault(.notFound, "file", ["file": package])
      }
      do {
        let sealed = try SealedPackage(package)
        if let key { try sealed.requireSigned(by: [try PublicKeyFile(path: key).key()]) }
        let finding = Finding(
          name: sealed.digest, signer: sealed.info["Signer"] ?? "", receiver: sealed.info["Receiver"] ?? "",
          number: sealed.info["External-Identifier"] ?? "", files: sealed.digests.count,
          key: Data(sealed.key.bytes).base64EncodedString())
        let output = form.output
        if output.format == .json {
          try output.json(finding)
        } else {
          try output.show(one: finding, Finding.columns, json: Data())
        }
        output.say(Words.text(key == nil ? "cli.verify.holds-untrusted" : "cli.verify.holds"))
      } catch let fault as PackageFault {
        holds = false
        let sentence = Words.text("refusals.\(fault.kind.rawValue)", ["file": fault.file])
        StandardStream.say("ipcase: \(Words.located(sentence, code: fault.kind.rawValue, field: nil).printable)")
      }
    }
    if !holds { throw ExitCode.findings }
  }
}

/// A file with a public key in PEM.
struct PublicKeyFile {
  /// The path as given.
  let path: String

  /// The key.
  ///
  /// - Throws: `cli.fault.file`, `cli.fault.key`.
  func key() throws(ClientFault) -> VerifyingKey {
    let text = String(decoding: try InputFile(path: path).bytes(), as: UTF8.self)
    guard let key = VerifyingKey(pem: text) else { throw ClientFault(.invalid, "key", ["file": path]) }
    return key
  }
}
