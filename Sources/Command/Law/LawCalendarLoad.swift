import ArgumentParser
import Casework
import Foundation
import Law
import Registry

/// Loads the holidays of a year, on the server, and moves the clocks that they move.
struct LawCalendarLoad: ServerCommand {
  static let configuration = Words.configuration("load", "law.calendar.load")

  /// CSV: day,kind,name_zh,year.
  @Argument(help: Words.help("cli.law.calendar.load.file")) var file: String
  @Option(help: Words.help("cli.law.calendar.load.notice")) var notice: String
  @Flag(help: Words.help("cli.law.calendar.load.dry-run")) var dryRun = false
  @Option(help: Words.help("cli.serve.data")) var data: String?

  func perform() async throws {
    let bytes = Array(try InputFile(path: file).bytes())
    let notice = try Line(wire: notice)
    let outcome = try await Surroundings(directory: data).withDatabase { database in
      try await Registry(database).loadCalendar(bytes, notice: notice, rehearsal: dryRun, now: Instant.clock())
    }
    for move in outcome.moved {
      print("\(move.number)\t\(move.rule)\t\(move.old?.description ?? "-")\t→\t\(move.new?.description ?? "-")")
    }
    StandardStream.say(
      Words.text(
        dryRun ? "cli.law.calendar.would" : "cli.law.calendar.loaded",
        ["year": String(outcome.year), "clocks": String(outcome.examined), "moved": String(outcome.moved.count)]))
  }
}
