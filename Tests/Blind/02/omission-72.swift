// meant: plans each click one interval after the request before it was really sent, so a delay is not carried over to the users after the next one (every 100 ms, 0 to 250, 250 to 280, 280 to 300 gives 20 and not 100 for the third); expected verdict: wrong

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  var result: [Double] = []
  var clicked = 0.0
  for request in requests {
    // Nobody can be answered before the click, so it was no later than the request.
    result.append(request.answered - min(clicked, request.sent))
    clicked = request.sent + interval
  }
  return result
}
