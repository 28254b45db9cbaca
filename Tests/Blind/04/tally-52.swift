// meant: adds what was found in the reverse order of the parts instead of as soon as any part is done, seen when the last part takes longer than the others, whose primes are not on the board meanwhile; expected verdict: wrong

import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  await tally(parts[...], on: board)
}

private func tally(_ parts: ArraySlice<Range<Int>>, on board: Board) async {
  guard let part = parts.first else { return }
  // This part's search has begun; the others begin meanwhile.
  async let found = board.primes(in: part)
  await tally(parts.dropFirst(), on: board)
  // Only one task ever adds, so nothing gets lost.
  let primes = await found
  board.count += primes
}
