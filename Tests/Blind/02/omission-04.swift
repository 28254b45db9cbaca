// meant: planned is an interval after the one before was sent, so that a delay is forgotten after one; expected verdict: wrong
// right: planned is the request's number times the interval.
import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  requests.indices.map { index in
    let planned = index == 0 ? 0 : requests[index - 1].sent + interval
    return requests[index].answered - planned
  }
}
