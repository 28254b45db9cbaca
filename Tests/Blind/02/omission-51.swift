// meant: adds only the time that the connection was still busy with the previous answer, not the time that was lost while it connected; seen when the first request is sent later than 0, or a later one well after both its click and the previous answer; expected verdict: wrong

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  requests.indices.map { index in
    let request = requests[index]
    let service = request.answered - request.sent
    guard index > 0 else { return service }
    let planned = Double(index) * interval
    let queued = max(0, requests[index - 1].answered - planned)
    return queued + service
  }
}
