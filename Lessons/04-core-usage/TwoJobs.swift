import Foundation

/// One of the five ways to get either kind of work done.
protocol Technique: Sendable {
  var name: String { get }

  // [00:00] [00:01] [00:04] Why async? There are two kinds of work, and each technique is tried on both.
  func primes(of job: some Job, workers: Int) throws -> Int
  func wait(for answers: Answers, workers: Int) throws
}

/// Work that is computing, in pieces that share nothing: any worker can do any piece, in any order.
protocol Job: Sendable {
  var pieces: [Range<Int>] { get set }
  func primes(in piece: Range<Int>) -> Int
}

/// Counts the primes below a limit.
struct PrimeJob: Job, Hashable {
  var pieces: [Range<Int>]

  // [00:06] The first kind computes from beginning to end. More cores may help; there is nothing to do meanwhile.
  func primes(in piece: Range<Int>) -> Int {
    var count = 0
    for number in piece where Self.isPrime(number) { count += 1 }
    return count
  }

  private static func isPrime(_ number: Int) -> Bool {
    var divisor = 2
    while divisor * divisor <= number {
      if number % divisor == 0 { return false }
      divisor += 1
    }
    return number > 1
  }
}

extension PrimeJob {
  /// - Parameter count: how many pieces there are; all of them take about equally long.
  init(below limit: Int, pieces count: Int) {
    // A number n takes about √n divisions, so all numbers below it take about n to the power of 3/2.
    let bounds = (0...count).map { Int(Double(limit) * pow(Double($0) / Double(count), 2.0 / 3)) }
    pieces = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }
}

// [00:09] [00:12] The second kind waits: for answers from elsewhere. No core helps, but something else can be done meanwhile.
struct Answers: Sendable, Hashable, Codable {
  var count = 16
  var each = Duration.milliseconds(25)
}
