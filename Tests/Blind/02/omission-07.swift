// meant: right, with a clock that goes on by an interval for each request; expected verdict: right
import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  let clicks = sequence(first: 0) { $0 + interval }
  return zip(requests.lazy.map(\.answered), clicks).map(-)
}
