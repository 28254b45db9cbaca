// meant: right: finds where it gives way, and takes the step before, which cannot but have met it; expected verdict: right
import LessonKit

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  let fails = ramp.map { !($0.p99 <= objective && $0.errors == 0) }
  let next = fails.dropFirst() + [true]
  let givesWay = zip(fails, next).enumerated().first { $0.element == (true, true) }?.offset ?? ramp.count
  return ramp.prefix(givesWay).last?.users ?? 0
}
