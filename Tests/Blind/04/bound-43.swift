// meant: adds up the shares by recursion and counts how many parts of work go by in the time of the shortened run, in terms of n / (n - p (n - 1)); expected verdict: right

import LessonKit

private func total(_ shares: ArraySlice<Double>) -> Double {
  guard let first = shares.first else { return 0 }
  return first + total(shares.dropFirst())
}

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  let n = Double(cores)
  let p = total(shares[...])
  if p == 0 || cores == 1 { return 1 }
  return n / (n - p * (n - 1))
}
