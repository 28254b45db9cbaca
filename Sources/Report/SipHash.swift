/// SipHash-2-4 (Aumasson and Bernstein, 2012): a short code of a text that cannot be worked out without the key.
struct SipHash {
  private var v: (UInt64, UInt64, UInt64, UInt64)

  static func code(of bytes: [UInt8], key: (UInt64, UInt64)) -> UInt64 {
    var hash = SipHash(key)
    let whole = bytes.count / 8 * 8
    for start in stride(from: 0, to: whole, by: 8) { hash.take(word(bytes[start..<start + 8])) }
    hash.take(word(bytes[whole...]) | UInt64(truncatingIfNeeded: bytes.count) << 56)
    hash.v.2 ^= 0xFF
    for _ in 0..<4 { hash.round() }
    return hash.v.0 ^ hash.v.1 ^ hash.v.2 ^ hash.v.3
  }

  private init(_ key: (UInt64, UInt64)) {
    v = (
      key.0 ^ 0x736f_6d65_7073_6575, key.1 ^ 0x646f_7261_6e64_6f6d, key.0 ^ 0x6c79_6765_6e65_7261,
      key.1 ^ 0x7465_6462_7974_6573
    )
  }

  /// Up to eight bytes as a number, the first as its lowest.
  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private mutating func take(_ word: UInt64) {
    v.3 ^= word
    for _ in 0..<2 { round() }
    v.0 ^= word
  }

  private mutating func round() {
    v.0 &+= v.1
    v.1 = v.1.rotated(by: 13) ^ v.0
    v.0 = v.0.rotated(by: 32)
    v.2 &+= v.3
    v.3 = v.3.rotated(by: 16) ^ v.2
    v.0 &+= v.3
    v.3 = v.3.rotated(by: 21) ^ v.0
    v.2 &+= v.1
    v.1 = v.1.rotated(by: 17) ^ v.2
    v.2 = v.2.rotated(by: 32)
  }
}

extension UInt64 {
  fileprivate func rotated(by bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
