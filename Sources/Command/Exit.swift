import ArgumentParser
import Casework
import Foundation
import Law
import Postgres

/// What the program ends with: the one map from what went wrong to an exit code, as in sysexits.
enum Exit {
  /// The exit code of an error.
  static func code(for error: any Error) -> ExitCode {
    switch error {
    case let refusal as Refusal: refusal.kind.exitCode
    case let fault as LawFault: Refusal(fault).kind.exitCode
    case let problem as ServerProblem: code(forStatus: problem.status)
    case let fault as ClientFault: fault.exitCode
    case let error as PostgresError: code(for: error)
    default: .internalFault
    }
  }

  /// The exit code of an answer's status.
  static func code(forStatus status: Int) -> ExitCode {
    switch status {
    case 400, 413, 415: .usage
    case 409, 422: .invalid
    case 404: .notFound
    case 502...504: .unavailable
    case 412, 429: .tryAgain
    case 401, 403: .forbidden
    default: .internalFault
    }
  }

  /// The sentence for people.
  static func sentence(for error: any Error) -> String {
    switch error {
    case let refusal as Refusal: Words.sentence(refusal)
    case let fault as LawFault: Words.sentence(Refusal(fault))
    case let problem as ServerProblem: problem.sentence
    case let fault as ClientFault: fault.sentence
    case let error as PostgresError where code(for: error) == .unavailable: Words.text("cli.fault.database")
    default: Words.text("cli.fault.internal", ["reason": "\(error)"])
    }
  }

  /// Runs `work`; if it fails, says why on standard error and ends with the code for it.
  static func reporting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let error where error is ExitCode || error is CleanExit || error is ValidationError {
      throw error
    } catch {
      StandardStream.say("ipcase: \(sentence(for: error).printable)")
      throw code(for: error)
    }
  }

  /// The same for work that waits for nothing.
  static func reportingAtOnce(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch {
      StandardStream.say("ipcase: \(sentence(for: error).printable)")
      throw code(for: error)
    }
  }

  private static func code(for error: PostgresError) -> ExitCode {
    switch error {
    case .unavailable, .busy, .cancelled: .unavailable
    case .nulInParameter: .usage
    case .server, .decoding, .notCommitted, .tooManyParameters: .internalFault
    }
  }
}

extension ExitCode {
  /// Done, and something was found that needs attention: lines of an import were rejected.
  static let findings = ExitCode(1)
  /// The command cannot be read (EX_USAGE).
  static let usage = ExitCode(64)
  /// A value breaks a rule, or the law or the state of the case forbids it (EX_DATAERR).
  static let invalid = ExitCode(65)
  /// There is no such thing, or no such file (EX_NOINPUT).
  static let notFound = ExitCode(66)
  /// The server cannot be reached or is out of service (EX_UNAVAILABLE).
  static let unavailable = ExitCode(69)
  /// A mistake of ours (EX_SOFTWARE).
  static let internalFault = ExitCode(70)
  /// Somebody changed it meanwhile, or it was too much at once: look again, then try again (EX_TEMPFAIL).
  static let tryAgain = ExitCode(75)
  /// Not signed in, or without the power (EX_NOPERM).
  static let forbidden = ExitCode(77)
}

extension Refusal.Kind {
  /// The exit code of a refusal.
  var exitCode: ExitCode {
    switch self {
    case .malformed: .usage
    case .invalid, .notAllowed: .invalid
    case .notFound: .notFound
    case .forbidden, .unauthenticated: .forbidden
    case .stale, .throttled: .tryAgain
    }
  }
}
