// meant: keeps account of the delay, but lets quick answers make it smaller than nothing; expected verdict: wrong

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  var delay = 0.0
  var waits: [Double] = []
  for request in requests {
    let took = request.answered - request.sent
    waits.append(delay + took)
    delay += took - interval
  }
  return waits
}
