import CPango
import Dispatch

/// Makes papers into PDF, one after the other on a queue of its own.
///
/// The same paper gives the same bytes, on any day and in any process with the same fonts and libraries.
///
/// `@unchecked Sendable`: fonts and context are touched on `queue` only.
public final class PaperPress: @unchecked Sendable {
  /// No face of 仿宋 is installed.
  public struct FontMissing: Error, Sendable, CustomStringConvertible {
    /// What to do.
    public var description: String { "no FangSong font: run Scripts/setup, or install FangSong_GB2312" }
  }

  /// The libraries refused, which they do for want of memory.
  public struct Failed: Error, Sendable {
    /// Says so.
    public init() {}
  }

  private let queue = DispatchQueue(label: "papers")
  private let typesetter: Typesetter

  /// Looks the fonts up.
  ///
  /// - Throws: `FontMissing`, `Failed`.
  public init() throws {
    typesetter = try Typesetter()
    guard typesetter.hasFamily(among: TypeFace.fangSongs) else { throw FontMissing() }
  }

  /// The paper as PDF: A4, fonts embedded, text that can be selected.
  ///
  /// - Throws: `Failed`.
  public func pdf(_ paper: Paper) async throws -> [UInt8] {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try self.typesetter.pdf(paper) }) }
    }
  }
}
