// meant: the lateness of each is added to that of all before it: counted again and again; expected verdict: wrong
// right: how late a request was sent holds the delays before it already.
import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  var lateness = 0.0
  return requests.enumerated().map { index, request in
    lateness += max(0, request.sent - Double(index) * interval)
    return request.answered - request.sent + lateness
  }
}
