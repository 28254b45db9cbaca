// meant: adds to the measured time only the delay by the answer before it, so the time in which the load test was late for another reason is missing, as when it connects and sends the first request at 40 or a later one after both its planned time and the answer before; expected verdict: wrong

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  var connectionIsFree = 0.0
  return requests.enumerated().map { index, request in
    let planned = Double(index) * interval
    let heldBack = max(0, connectionIsFree - planned)
    connectionIsFree = request.answered
    return heldBack + (request.answered - request.sent)
  }
}
