// meant: lets every user click one interval after the request before was sent, not after it was planned, so lateness is forgotten after one user, seen for the third of 0–250, 250–280, 280–300 every 100 ms; expected verdict: wrong

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  var result: [Double] = []
  var before: SentRequest?
  for request in requests {
    var clicked = 0.0
    if let before {
      // The next click comes an interval after the one before, and never after its own request.
      clicked = min(before.sent + interval, request.sent)
    }
    result.append(request.answered - clicked)
    before = request
  }
  return result
}
