// meant: takes the time between planned start and sending, without the answer; expected verdict: wrong
// right: answered - index * interval.
import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  requests.enumerated().map { $1.sent - Double($0) * interval }
}
