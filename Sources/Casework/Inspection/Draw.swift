/// The draw of a random inspection (随机抽取): which targets, and who inspects each.
///
/// Anyone can repeat it from the lists, their commitment and the public seed. Each line of the lists has a key; the
/// smallest keys are drawn. With 0x1F, written ␟, between the parts, and keys in hexadecimal:
///
/// - the key of a target is `SHA-256(seed ␟ commitment ␟ target ␟ line)`, where `target` is the word and the line is the
///   target's own, as the canonical text has it, without its line feed; the COUNT smallest keys are drawn, in their order;
/// - for each target drawn, the key of an inspector is `SHA-256(seed ␟ commitment ␟ inspector ␟ target's line ␟
///   inspector's line)`; of those without a conflict with the target, the TEAM smallest are drawn, in their order.
///
/// In a shell, with the canonical text in `lists.txt`:
///
/// ```sh
/// commitment=$(sha256sum < lists.txt | cut -c1-64)
/// count=$(sed -n 2p lists.txt | cut -f2)
/// grep '^target' lists.txt | while IFS= read -r line; do
///   key=$(printf '%s\037%s\037target\037%s' "$seed" "$commitment" "$line" | sha256sum | cut -c1-64)
///   printf '%s\t%s\n' "$key" "$line"
/// done | LC_ALL=C sort | head -n "$count"
/// ```
///
/// and for one of the targets drawn, `$target`, likewise over `grep '^inspector' lists.txt` with
/// `printf '%s\037%s\037inspector\037%s\037%s' "$seed" "$commitment" "$target" "$line"`.
public struct Draw: Sendable, Equatable {
  /// A target that was drawn.
  public struct Pick: Sendable, Equatable {
    /// Its place, from 1.
    public let rank: Int
    /// The target.
    public let target: InspectionTarget
    /// Its key.
    public let key: String
    /// Who inspects it, in the order of their keys.
    public let inspectors: [Inspector]

    /// Describes a pick.
    public init(rank: Int, target: InspectionTarget, key: String, inspectors: [Inspector]) {
      (self.rank, self.target, self.key, self.inspectors) = (rank, target, key, inspectors)
    }
  }

  /// What was drawn, in order.
  public let picks: [Pick]

  /// A draw as the register keeps it.
  public init(kept picks: [Pick]) { self.picks = picks }

  /// Draws.
  ///
  /// - Parameter commitment: What the lists were committed to; `nil` if they were not.
  /// - Throws: `inspection.uncommitted`, `inspection.lists-changed` if the lists are not those committed to, `busy`.
  public init(
    from lists: InspectionLists, committedTo commitment: Commitment?, seed: Line, by sha256: SHA256
  ) throws(Refusal) {
    guard let commitment else { throw Refusal(.notAllowed, "inspection.uncommitted") }
    guard try Commitment(to: lists, by: sha256) == commitment else {
      throw Refusal(.notAllowed, "inspection.lists-changed", ["commitment": .text(commitment.hex)])
    }
    let head = "\(seed.wire)\u{1f}\(commitment.hex)\u{1f}"
    let conflicting = lists.conflicting
    let drawn = try Self.smallest(
      lists.count, of: lists.targets, by: sha256
    ) { "\(head)target\u{1f}\($0.line)" }
    var picks: [Pick] = []
    for (index, pick) in drawn.enumerated() {
      let (target, number) = (pick.value, pick.value.identityNumber.wire)
      let free = lists.inspectors.filter { conflicting[$0.certificate.wire]?.contains(number) != true }
      let team = try Self.smallest(lists.team, of: free, by: sha256) {
        "\(head)inspector\u{1f}\(target.line)\u{1f}\($0.line)"
      }
      picks.append(Pick(rank: index + 1, target: target, key: pick.key, inspectors: team.map(\.value)))
    }
    self.picks = picks
  }

  private static func smallest<Value>(
    _ count: Int, of values: [Value], by sha256: SHA256, _ text: (Value) -> String
  ) throws(Refusal) -> [(key: String, value: Value)] {
    var keyed: [(key: String, value: Value)] = []
    for value in values { keyed.append((try Commitment.digest(text(value), by: sha256), value)) }
    return Array(keyed.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.prefix(count))
  }
}

extension Draw {
  /// The draw as comma-separated values (RFC 4180): `rank,name,identityNumber,group,inspectors,certificates,key`. A cell
  /// that a spreadsheet would take for a formula gets an apostrophe before it.
  public var csv: String {
    let records = picks.map { pick in
      [
        String(pick.rank), pick.target.name.wire, pick.target.identityNumber.wire, pick.target.group?.wire ?? "",
        pick.inspectors.map(\.name.wire).joined(separator: "、"),
        pick.inspectors.map(\.certificate.wire).joined(separator: "、"), pick.key,
      ]
    }
    let heading = ["rank", "name", "identityNumber", "group", "inspectors", "certificates", "key"]
    return ([heading] + records).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    guard isFormula || text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }) else {
      return text
    }
    let quoted = text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(isFormula ? "'" : "")\(quoted)\""
  }
}
