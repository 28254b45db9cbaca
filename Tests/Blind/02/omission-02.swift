// meant: adds the delay of sending twice; expected verdict: wrong
// right: answered - planned already contains the delay.
import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  requests.enumerated().map { index, request in
    let planned = Double(index) * interval
    return (request.answered - planned) + (request.sent - planned)
  }
}
