import ArgumentParser

/// What `Scripts/bench` needs of the program, on a register made for it. Not in the help.
struct MeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", shouldDisplay: false, subcommands: [MeasureFill.self, MeasureHandoff.self])
}
