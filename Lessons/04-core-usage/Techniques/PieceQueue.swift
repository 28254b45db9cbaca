import Synchronization

/// Hands the pieces of a job out, each of them once, to whoever asks next: nobody is idle while there is one left.
final class PieceQueue: Sendable {
  private let pieces: [Range<Int>]
  private let taken = Atomic<Int>(0)

  init(_ job: PrimeJob) {
    pieces = job.pieces
  }

  func next() -> Range<Int>? {
    let index = taken.add(1, ordering: .relaxed).oldValue
    return index < pieces.count ? pieces[index] : nil
  }
}
