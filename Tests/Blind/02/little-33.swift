// meant: applies Little's law twice, to those who wait and to those who read, and adds the two; expected verdict: right

import LessonKit

enum Doing: CaseIterable {
  case waiting
  case reading
}

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  let numbers = Doing.allCases.map { doing -> Double in
    switch doing {
    case .waiting: answersPerSecond * (responseTime / 1000)
    case .reading: answersPerSecond * (pause / 1000)
    }
  }
  return numbers.reduce(0, +)
}
