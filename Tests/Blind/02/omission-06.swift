// meant: only the time until it was sent: the answer itself is not counted; expected verdict: wrong
// right: until the answer was there.
import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  requests.enumerated().map { index, request in request.sent - Double(index) * interval }
}
