// meant: takes a program of which everything can be spread for one without any bound, seen where the shares add up to 1, where it returns infinity and not the number of cores; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  var serial = 1.0
  for share in shares { serial -= share }

  // Nothing holds it back. (Doubles are never quite zero.)
  if serial < 1e-9 { return .infinity }

  let spread = 1 - serial
  return 1 / (serial + spread / Double(cores))
}
