// meant: divides all answers by those that a single user gets in a second; expected verdict: right

import LessonKit

private struct Visitor {
  let responseTime: Double
  let pause: Double

  var round: Double { responseTime + pause }
  var answersPerSecond: Double { 1000 / round }
}

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  let visitor = Visitor(responseTime: responseTime, pause: pause)
  // Without any time for a round, nobody is ever there for longer than a moment.
  if visitor.round == 0 { return 0 }
  return answersPerSecond / visitor.answersPerSecond
}
