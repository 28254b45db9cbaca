import Dispatch
import Foundation
import Measurement
import Platform

/// A job that only computes: counts the primes below a limit by trial division. Its pieces share nothing, so that any
/// number of workers can do them in any order.
struct PrimeJob: Sendable, Hashable, Codable {
  var limit: Int
  /// The numbers in pieces that take about equally long, from the smallest numbers to the largest.
  var pieces: [Range<Int>]

  init(below limit: Int, pieces count: Int) {
    self.limit = limit
    // A number n takes about √n divisions, so that all below it take about n to the power of 3/2.
    let bounds = (0...count).map { Int(Double(limit) * pow(Double($0) / Double(count), 2.0 / 3)) }
    pieces = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }

  func primes(in piece: Range<Int>) -> Int {
    var count = 0
    var number = piece.lowerBound
    while number < piece.upperBound {
      if Self.isPrime(number) { count += 1 }
      number += 1
    }
    return count
  }

  private static func isPrime(_ number: Int) -> Bool {
    var divisor = 2
    while divisor &* divisor <= number {
      if number % divisor == 0 { return false }
      divisor &+= 1
    }
    return number > 1
  }

  /// A job that takes one core of this machine about as long as wanted.
  static func taking(_ duration: Duration, pieces: Int) -> PrimeJob {
    let trial = PrimeJob(below: 200_000, pieces: 1)
    let before = CPUTime.ofThread
    _ = trial.primes(in: trial.pieces[0])
    let factor = duration / max(CPUTime.ofThread - before, .microseconds(1))
    return PrimeJob(below: Int(Double(trial.limit) * pow(factor, 2.0 / 3)), pieces: pieces)
  }
}
