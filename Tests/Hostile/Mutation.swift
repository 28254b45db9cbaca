/// Random numbers that are the same in every run (SplitMix64), so that what fails once fails again.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Inputs that nearly are what is read, and go wrong somewhere.
struct Mutation {
  /// Good inputs to begin with.
  var bases: [[UInt8]]
  /// What is put in: words that mean something there, and such as mean trouble.
  var words: [[UInt8]]

  init(bases: [String], words: [String]) {
    self.bases = bases.map { Array($0.utf8) }
    self.words =
      words.map { Array($0.utf8) } + [
        [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xED, 0xA0, 0x80],
      ]
      + [
        "\r", "\n", "\r\n", "\t", " ", "\u{1B}[2J", "\u{202E}", "e\u{301}\u{301}", "👨‍👩‍👧‍👦",
        "99999999999999999999", "-1",
      ].map {
        Array($0.utf8)
      }
  }

  /// The input of a number.
  func input(_ number: UInt64) -> [UInt8] {
    var random = Seeded(number)
    var bytes = random.one(of: bases)
    for _ in 0..<(1 + random.below(6)) {
      let at = random.below(bytes.count + 1)
      let end = min(bytes.count, at + 1 + random.below(random.below(4) == 0 ? 200 : 8))
      switch random.below(9) {
      case 0 where at < bytes.count: bytes[at] = UInt8(truncatingIfNeeded: random.next())
      case 1 where at < bytes.count: bytes[at] ^= 1 << random.below(8)
      case 2: bytes.removeSubrange(at..<end)
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: random.below(bytes.count + 1))
      case 4: bytes.removeSubrange(at...)
      case 5: bytes.append(contentsOf: random.one(of: bases).dropFirst(at))
      case 6:
        let word = random.one(of: words)
        for _ in 0..<(random.below(20) == 0 ? 500 : 3) {
          bytes.insert(contentsOf: word, at: min(at, bytes.count))
        }
      default: bytes.insert(contentsOf: random.one(of: words), at: at)
      }
    }
    return bytes
  }
}
