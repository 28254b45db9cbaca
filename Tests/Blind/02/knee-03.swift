// meant: counts failures in a row, gives way at two; expected verdict: right
// right: -
import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  let good = ramp.map { $0.p99 <= objective && $0.errors == 0 }
  let end = good.indices.first { !good[$0] && ($0 + 1 == good.count || !good[$0 + 1]) } ?? good.count
  return ramp[..<end].indices.last { good[$0] }.map { ramp[$0].users } ?? 0
}
