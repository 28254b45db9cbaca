package import Foundation

/// A short name for the content of a file, which changes with every edit.
///
/// FNV-1a with 64 bits (Fowler, Noll, Vo): enough to notice a change, and no protection against two files made to
/// have the same.
package enum ContentDigest {
  /// The digest of a content.
  package static func of(_ content: Data) -> String {
    let hash = content.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
