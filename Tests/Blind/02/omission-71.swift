// meant: starts the plan when the first request was sent and not at 0, so all waits are too short where the first is sent late (every 100 ms, sent at 50 and answered at 80 gives 30 and not 80); expected verdict: wrong

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  guard let start = requests.first?.sent else { return [] }
  return requests.enumerated().map { index, request in
    let planned = start + Double(index) * interval
    return request.answered - planned
  }
}
