// meant: turns all durations into seconds with their fraction, averages the busy cores over the run and then asks for their share of the usable ones; expected verdict: right

import LessonKit

private struct Seconds {
  let value: Double

  init(_ duration: Duration) {
    let (whole, rest) = duration.components
    value = Double(whole) + Double(rest) / 1e18
  }
}

func share(_ usage: ProgramUsage) throws -> Double {
  let ran = Seconds(usage.wall).value
  let cpu = [usage.user, usage.system].map { Seconds($0).value }.reduce(0, +)
  switch ran {
  case 0: return 0
  default:
    let busyCores = cpu / ran
    return busyCores / Double(usage.usableCores)
  }
}
