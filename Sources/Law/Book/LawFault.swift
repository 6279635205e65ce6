/// Why the law book cannot answer, or cannot be loaded. The code is stable; its sentence is in the catalogue.
public struct LawFault: Error, Sendable, Equatable {
  /// Stable, dotted: `law.rule`.
  public let code: String
  /// The field of the question that is to blame, as it is called there; `nil` if none is.
  public let field: String?
  /// What the sentence needs to be told.
  public let arguments: [String: String]

  /// States a fault.
  public init(_ code: String, field: String? = nil, _ arguments: [String: String] = [:]) {
    (self.code, self.field, self.arguments) = (code, field, arguments)
  }
}
