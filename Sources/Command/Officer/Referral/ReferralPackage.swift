import ArgumentParser
import Foundation
import Handoff

/// Seals what a referral hands over into a package.
struct ReferralPackage: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("package", "referral.package")

  /// Which referral.
  @OptionGroup var referral: ReferralOption

  /// A file that ends in .zip, or a folder that is made.
  @Option(help: Words.help("cli.referral.package.out"))
  var out: String

  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Seals, fetches, and checks what was fetched.
  func perform(at desk: Desk) async throws {
    let sealed = try await desk.write(
      ["referrals", String(referral.key(at: desk)), "packages"], [String: String](), write)
    let package: PackageAnswer = try sealed.read()
    var call = Call.get(["packages", String(package.id), "file"])
    call.patience = 600
    let bytes = try await desk.client.ask(call).bytes
    let isArchive = out.hasSuffix(".zip")
    let archive =
      isArchive ? URL(filePath: out) : URL.temporaryDirectory.appending(path: "package-\(UUID().uuidString).zip")
    defer { if !isArchive { try? FileManager.default.removeItem(at: archive) } }
    do {
      try bytes.write(to: archive)
      let sealed = try SealedPackage(archive.path)
      if !isArchive {
        try sealed.unpack(into: URL(filePath: out))
      }
    } catch let fault as PackageFault {
      throw ClientFault(.internalFault, "answer", ["reason": "\(fault.kind.rawValue) \(fault.file)"])
    } catch {
      throw ClientFault(.internalFault, "unwritable-file", ["file": out])
    }
    try desk.output.show(one: package, PackageAnswer.columns, json: sealed.bytes)
    desk.output.say(Words.text("cli.options.written", ["file": out]))
  }
}

/// Takes a package in that another instance sealed.
struct ReferralImport: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("import", "referral.import")

  /// The package.
  @Argument(help: Words.help("cli.verify.package"))
  var package: String

  /// Where the signed receipt goes.
  @OptionGroup var receipt: OutputFile
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Sends the package, says which file was made of it, and writes the receipt.
  func perform(at desk: Desk) async throws {
    var call = Call(
      method: "POST", path: ["packages"], body: try InputFile(path: package).bytes(), contentType: "application/zip")
    call.patience = 600
    let answer = try await desk.client.ask(call)
    let taken: TakenAnswer = try answer.read()
    if answer.isReplay { desk.output.say(Words.text("cli.write.replayed")) }
    desk.output.say(Words.text("cli.referral.import.taken", ["number": taken.number]))
    try receipt.write(Data((taken.receipt + "\n").utf8), at: desk)
  }

  /// What became of a package.
  struct TakenAnswer: Decodable {
    let number: String
    let receipt: String
  }
}

/// Lists the packages that other instances delivered, or takes one in.
struct ReferralArrivals: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("arrivals", "referral.arrivals")

  /// The name of the one to take in.
  @Argument(help: Words.help("cli.referral.arrivals.name"))
  var name: String?

  /// Where the signed receipt goes.
  @OptionGroup var receipt: OutputFile
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Lists them; or says which file was made of the one named, and writes the receipt.
  func perform(at desk: Desk) async throws {
    guard let name else {
      let answer = try await desk.client.ask(.get(["arrivals"]))
      let list: List = try answer.read()
      return try desk.output.show(
        list.arrivals,
        [
          Column("name", .code, \.name), Column("sender", .code, \.sender),
          Column("size", .number) { String($0.size) }, Column("arrivedAt", .code, \.arrivedAt),
        ], json: answer.bytes)
    }
    let answer = try await desk.client.ask(Call(method: "POST", path: ["arrivals", name]))
    let taken: ReferralImport.TakenAnswer = try answer.read()
    desk.output.say(Words.text("cli.referral.import.taken", ["number": taken.number]))
    try receipt.write(Data((taken.receipt + "\n").utf8), at: desk)
  }

  private struct List: Decodable {
    let arrivals: [Row]
  }

  private struct Row: Decodable, Sendable {
    let name: String
    let sender: String
    let size: Int64
    let arrivedAt: String
  }
}

/// Records the receipt of a package that came back.
struct ReferralReceipt: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("receipt", "referral.receipt")

  /// Key of the package.
  @Argument(help: Words.help("cli.referral.receipt.package"))
  var package: Int64

  /// The receipt; - is standard input.
  @Argument(help: Words.help("cli.referral.receipt.file"))
  var file: String

  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Sends it and prints the package.
  func perform(at desk: Desk) async throws {
    let line = String(decoding: try InputFile(path: file).bytes(), as: UTF8.self)
    let answer = try await desk.write(["packages", String(package), "receipt"], ["receipt": line], write)
    try desk.output.show(one: answer.read(), PackageAnswer.columns, json: answer.bytes)
  }
}

/// A package that was sealed.
struct PackageAnswer: Decodable, Sendable {
  /// Key.
  let id: Int64
  /// Number of the case file.
  let number: String
  /// The name by which both sides know it.
  let name: String
  /// Bytes.
  let size: Int64
  /// For whom.
  let receiver: String
  /// The receipt that came back.
  let receipt: String?

  /// What is shown of one.
  static var columns: [Column<PackageAnswer>] {
    [
      Column("id", .number) { String($0.id) }, Column("number", .code, \.number),
      Column("receiver", .code, \.receiver), Column("package", .code, \.name),
      Column("size", .number) { String($0.size) }, Column("receipt", .text) { $0.receipt ?? "" },
    ]
  }
}
