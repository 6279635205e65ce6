/// A log as a tree of hashes (RFC 6962): 32 bytes that stand for all its entries in their order.
public enum MerkleTree {
  /// A complete subtree: its leaves are `index << level ..< (index + 1) << level`.
  public struct Node: Hashable, Sendable {
    /// 0 for a leaf.
    public let level: Int
    /// From the left, from 0.
    public let index: Int64

    /// Names a node.
    public init(level: Int, index: Int64) { (self.level, self.index) = (level, index) }
  }

  /// A node that is not there.
  public struct Missing: Error, Sendable {}

  /// The hash of a leaf: SHA-256 of a zero byte and the entry.
  public static func leaf(_ entry: [UInt8], _ digest: RunningDigest) -> [UInt8] {
    digest.update([0])
    digest.update(entry)
    return digest.finish()
  }

  /// The hash of a node: SHA-256 of a one byte and both hashes below.
  public static func node(_ left: [UInt8], _ right: [UInt8], _ digest: RunningDigest) -> [UInt8] {
    digest.update([1])
    digest.update(left)
    digest.update(right)
    return digest.finish()
  }

  /// The complete subtrees that together have the leaves `first ..< end`, where `first` begins a subtree of that size.
  public static func parts(of first: Int64, to end: Int64) -> [Node] {
    var parts: [Node] = []
    var at = first
    while at < end {
      var level = 0
      while at & (1 << level) == 0, at + (2 << level) <= end { level += 1 }
      parts.append(Node(level: level, index: at >> level))
      at += 1 << level
    }
    return parts
  }

  /// The root over the leaves `first ..< end` from the hashes of complete subtrees.
  ///
  /// - Throws: `Missing`, `RunningDigest.Failed`.
  public static func root(
    of first: Int64 = 0, to end: Int64, _ hash: (Node) -> [UInt8]?
  ) throws -> [UInt8] {
    let digest = try RunningDigest()
    guard first < end else { return digest.finish() }
    var hashes = try parts(of: first, to: end).map { node in
      guard let hash = hash(node) else { throw Missing() }
      return hash
    }
    // The rightmost subtrees are the smallest, and are joined first.
    while hashes.count > 1 {
      let right = hashes.removeLast()
      hashes[hashes.count - 1] = node(hashes[hashes.count - 1], right, digest)
    }
    return hashes[0]
  }

  /// The ranges of leaves whose roots prove that leaf `index` is in a tree of `size`, from the leaf upwards.
  public static func path(of index: Int64, in size: Int64) -> [Range<Int64>] {
    func path(_ index: Int64, _ range: Range<Int64>) -> [Range<Int64>] {
      guard range.count > 1 else { return [] }
      let split = range.lowerBound + Self.split(Int64(range.count))
      return index < split
        ? path(index, range.lowerBound..<split) + [split..<range.upperBound]
        : path(index, split..<range.upperBound) + [range.lowerBound..<split]
    }
    return index >= 0 && index < size ? path(index, 0..<size) : []
  }

  /// The ranges of leaves whose roots prove that a tree of `size` begins with the tree of `earlier` (RFC 6962 2.1.2).
  public static func consistency(from earlier: Int64, to size: Int64) -> [Range<Int64>] {
    func proof(_ earlier: Int64, _ range: Range<Int64>, isWhole: Bool) -> [Range<Int64>] {
      if earlier == Int64(range.count) { return isWhole ? [] : [range] }
      let split = Self.split(Int64(range.count))
      let middle = range.lowerBound + split
      return earlier <= split
        ? proof(earlier, range.lowerBound..<middle, isWhole: isWhole) + [middle..<range.upperBound]
        : proof(earlier - split, middle..<range.upperBound, isWhole: false) + [range.lowerBound..<middle]
    }
    return earlier > 0 && earlier <= size ? proof(earlier, 0..<size, isWhole: true) : []
  }

  /// Whether `proof` shows that `leaf` is at `index` of the tree of `size` with that root.
  public static func includes(
    _ leaf: [UInt8], at index: Int64, of size: Int64, _ proof: [[UInt8]], root: [UInt8]
  ) throws -> Bool {
    guard index >= 0, index < size else { return false }
    let ranges = path(of: index, in: size)
    guard ranges.count == proof.count else { return false }
    let digest = try RunningDigest()
    var hash = leaf
    for (range, sibling) in zip(ranges, proof) {
      hash = range.lowerBound > index ? node(hash, sibling, digest) : node(sibling, hash, digest)
    }
    return hash == root
  }

  /// Whether `proof` shows that the tree of `size` with `root` begins with the one of `earlier` with `old`.
  public static func extends(
    _ old: [UInt8], of earlier: Int64, to size: Int64, _ proof: [[UInt8]], root: [UInt8]
  ) throws -> Bool {
    if earlier == 0 { return proof.isEmpty }
    if earlier == size { return proof.isEmpty && old == root }
    let ranges = consistency(from: earlier, to: size)
    guard earlier < size, ranges.count == proof.count else { return false }
    let digest = try RunningDigest()
    var known = Dictionary(uniqueKeysWithValues: zip(ranges, proof))
    // Where the old tree is a subtree of the new one, its root is not repeated in the proof.
    if known[0..<earlier] == nil, earlier & (earlier - 1) == 0 { known[0..<earlier] = old }
    func hash(_ range: Range<Int64>) -> [UInt8]? {
      if let hash = known[range] { return hash }
      guard range.count > 1 else { return nil }
      let middle = range.lowerBound + split(Int64(range.count))
      guard let left = hash(range.lowerBound..<middle), let right = hash(middle..<range.upperBound) else { return nil }
      return node(left, right, digest)
    }
    return hash(0..<earlier) == old && hash(0..<size) == root
  }

  /// The greatest power of two below `count`.
  private static func split(_ count: Int64) -> Int64 { 1 << (63 - (count - 1).leadingZeroBitCount) }
}

/// The root of a log whose leaves come in one by one.
public struct GrowingRoot {
  private let digest: RunningDigest
  private var peaks: [[UInt8]] = []
  /// Leaves so far.
  public private(set) var size: Int64 = 0

  /// - Throws: `RunningDigest.Failed`.
  public init() throws { digest = try RunningDigest() }

  /// Takes in the next entry.
  public mutating func append(_ entry: UnsafeRawBufferPointer) {
    digest.update([0])
    digest.update(entry)
    var hash = digest.finish()
    var rest = size
    while rest & 1 == 1 {
      hash = MerkleTree.node(peaks.removeLast(), hash, digest)
      rest >>= 1
    }
    peaks.append(hash)
    size += 1
  }

  /// The root over what came in.
  public func root() -> [UInt8] {
    guard var root = peaks.last else { return digest.finish() }
    for peak in peaks.dropLast().reversed() { root = MerkleTree.node(peak, root, digest) }
    return root
  }
}
