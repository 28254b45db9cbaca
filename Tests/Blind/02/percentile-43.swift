// meant: finds the time of that rank without sorting, by splitting the times at one of them again and again; expected verdict: right

import LessonKit

func percentile(_ percentage: Int, of times: [Double]) throws -> Double {
  let (whole, rest) = (percentage * times.count).quotientAndRemainder(dividingBy: 100)
  return select(rest == 0 ? whole : whole + 1, from: times)
}

/// The time at a rank, counted from 1 for the shortest.
private func select(_ rank: Int, from times: [Double]) -> Double {
  let pivot = times[times.count / 2]
  let shorter = times.filter { $0 < pivot }
  if rank <= shorter.count {
    return select(rank, from: shorter)
  }
  let longer = times.filter { $0 > pivot }
  let upToPivot = times.count - longer.count
  if rank <= upToPivot {
    return pivot
  }
  return select(rank - upToPivot, from: longer)
}
