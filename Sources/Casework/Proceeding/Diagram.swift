extension Procedure {
  /// The machine as a Mermaid state diagram. What leaves the state as it is, is left out.
  ///
  /// - Parameters:
  ///   - state: A state's name for people.
  ///   - act: An act's name for people.
  public func diagram(state: (String) -> String, act: (String) -> String) -> String {
    var lines = ["stateDiagram-v2"]
    for name in states { lines.append("  state \"\(state(name))\" as \(Self.identifier(name))") }
    lines.append("  [*] --> \(Self.identifier(initial))")
    for rule in rules {
      guard let to = rule.to else { continue }
      for from in rule.from.sorted() {
        lines.append("  \(Self.identifier(from)) --> \(Self.identifier(to)): \(act(rule.act))")
      }
    }
    for name in states where rules.allSatisfy({ $0.to == nil || !$0.from.contains(name) }) {
      lines.append("  \(Self.identifier(name)) --> [*]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A state's name as Mermaid takes it.
  private static func identifier(_ name: String) -> String {
    name.split(separator: "-").joined(separator: "_")
  }
}
