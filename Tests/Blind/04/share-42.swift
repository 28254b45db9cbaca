// meant: forgets the program that took no time at all and divides zero by zero, seen for a wall time of zero, where it returns not a number; expected verdict: wrong

import LessonKit

extension ProgramUsage {
  fileprivate var busy: Duration { [user, system].reduce(.zero, +) }
  fileprivate var most: Duration { (0..<usableCores).reduce(.zero) { sum, _ in sum + wall } }
}

func share(_ usage: ProgramUsage) throws -> Double {
  usage.busy / usage.most
}
