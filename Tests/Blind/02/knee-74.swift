// meant: writes the ramp as a string of plus and minus, looks for the first two minuses in a row and takes the last plus before them; expected verdict: right

import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  let marks = ramp.map { $0.p99 <= objective && $0.errors == 0 ? "+" : "-" }.joined()
  let gaveWay = marks.firstRange(of: "--")?.lowerBound ?? marks.endIndex
  guard let last = marks[..<gaveWay].lastIndex(of: "+") else { return 0 }
  return ramp[marks.distance(from: marks.startIndex, to: last)].users
}
