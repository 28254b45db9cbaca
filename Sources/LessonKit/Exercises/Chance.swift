import EventLoop

/// Values for a question that is drawn by lot: the same in every run, small at first, and often awkward ones.
package struct Chance {
  private var random: SplitMix64
  /// How large what is drawn may be: 0 for the smallest, 1 for the largest.
  private let size: Double

  package init(seed: UInt64, size: Double = 1) {
    (random, self.size) = (SplitMix64(seed: seed), size)
  }

  /// A whole number within bounds, both of which are drawn as well.
  package mutating func whole(_ bounds: ClosedRange<Int>) -> Int {
    bounds.lowerBound + Int(random.next() % UInt64(bounds.count))
  }

  /// How many of something there are: few at first.
  package mutating func count(_ bounds: ClosedRange<Int>) -> Int {
    whole(bounds.lowerBound...bounds.lowerBound + Int((Double(bounds.count - 1) * size).rounded(.up)))
  }

  package mutating func one<Value>(of values: [Value]) -> Value { values[whole(0...values.count - 1)] }

  package mutating func isSo(oneIn times: Int = 2) -> Bool { whole(1...times) == 1 }

  /// How long each of some requests takes, in milliseconds: in any order, all alike, rising, falling, or not at all.
  package mutating func milliseconds(_ count: Int) -> [Int] {
    let most = one(of: [3, 10, 300])
    let times = (0..<count).map { _ in whole(0...most) }
    switch whole(0...5) {
    case 0: return times.sorted()
    case 1: return times.sorted(by: >)
    case 2: return times.map { _ in most }
    default: return times
    }
  }

  /// The numbers within bounds; every other time in another order than theirs.
  package mutating func shuffled(_ bounds: ClosedRange<Int>) -> [Int] {
    isSo() ? bounds.shuffled(using: &random) : Array(bounds)
  }

  /// An amount, in halves and tenths as well; one in six is 0, where that is allowed.
  package mutating func amount(upTo most: Int, orZero: Bool = true) -> Double {
    if orZero, isSo(oneIn: 6) { return 0 }
    let whole = count(1...most)
    return one(of: [0, 0, 0, 5, 3, 7].map { Double(whole * 10 - $0) / 10 })
  }
}
