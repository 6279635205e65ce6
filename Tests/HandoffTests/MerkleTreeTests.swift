import Foundation
import Testing

@testable import Secrets

/// Hashing by RFC 6962, against the roots that the reference implementation of Certificate Transparency publishes.
struct MerkleTreeTests {
  private static let entries: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], Array(0x40...0x43), Array(0x50...0x57), Array(0x60...0x6F),
  ]

  private static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  private func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

  @Test(arguments: 0...8) func theRootIsTheReferencesOwn(size: Int) throws {
    var growing = try GrowingRoot()
    for entry in Self.entries.prefix(size) { entry.withUnsafeBytes { growing.append($0) } }
    #expect(hex(growing.root()) == Self.roots[size])
    let tree = try Tree(Self.entries)
    #expect(try hex(tree.root(0..<Int64(size))) == Self.roots[size])
  }

  @Test func everyLeafOfEveryTreeIsProvedAndNothingElseIs() throws {
    let tree = try Tree((0..<33).map { [UInt8($0)] })
    for size in Int64(1)...33 {
      let root = try tree.root(0..<size)
      for index in 0..<size {
        let proof = try MerkleTree.path(of: index, in: size).map { try tree.root($0) }
        let leaf = tree.leaves[Int(index)]
        #expect(try MerkleTree.includes(leaf, at: index, of: size, proof, root: root))
        #expect(try !MerkleTree.includes(tree.leaves[Int((index + 1) % 33)], at: index, of: size, proof, root: root))
        #expect(try !MerkleTree.includes(leaf, at: index, of: size, proof + [leaf], root: root))
        #expect(try !MerkleTree.includes(leaf, at: size, of: size, proof, root: root))
      }
    }
  }

  @Test func everyTreeIsShownToGoOnFromEveryEarlierOneAndNoOther() throws {
    let tree = try Tree((0..<33).map { [UInt8($0)] })
    let forked = try Tree((0..<33).map { [$0 == 3 ? 99 : UInt8($0)] })
    for size in Int64(1)...33 {
      for earlier in 1...size {
        let proof = try MerkleTree.consistency(from: earlier, to: size).map { try tree.root($0) }
        let old = try tree.root(0..<earlier)
        #expect(
          try MerkleTree.extends(old, of: earlier, to: size, proof, root: tree.root(0..<size)), "\(earlier) \(size)")
        if size > 3 {
          let other = try MerkleTree.consistency(from: earlier, to: size).map { try forked.root($0) }
          let goesOn = try MerkleTree.extends(old, of: earlier, to: size, other, root: forked.root(0..<size))
          #expect(goesOn == (earlier <= 3), "\(earlier) \(size)")
        }
      }
    }
  }

  /// All complete subtrees of a few leaves.
  private struct Tree {
    let leaves: [[UInt8]]

    init(_ entries: [[UInt8]]) throws {
      let digest = try RunningDigest()
      leaves = entries.map { MerkleTree.leaf($0, digest) }
    }

    func root(_ range: Range<Int64>) throws -> [UInt8] {
      let digest = try RunningDigest()
      func hash(_ node: MerkleTree.Node) -> [UInt8] {
        if node.level == 0 { return leaves[Int(node.index)] }
        let below = [0, 1].map { hash(MerkleTree.Node(level: node.level - 1, index: 2 * node.index + $0)) }
        return MerkleTree.node(below[0], below[1], digest)
      }
      return try MerkleTree.root(of: range.lowerBound, to: range.upperBound) { hash($0) }
    }
  }
}
