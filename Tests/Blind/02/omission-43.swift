// meant: moves a clock on by one interval from user to user; expected verdict: right

import LessonKit

private struct Users: IteratorProtocol, Sequence {
  var nextClick = 0.0
  var interval: Double

  mutating func next() -> Double? {
    defer { nextClick += interval }
    return nextClick
  }
}

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  var users = Users(interval: interval)
  var result: [Double] = []
  result.reserveCapacity(requests.count)
  for request in requests {
    guard let clicked = users.next() else { break }
    result.append(request.answered - clicked)
  }
  return result
}
