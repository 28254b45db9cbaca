// meant: plans the clicks up to, but not including, the moment at which the last request was sent, and so loses the last user where that one was sent on time, seen for 0–50 and 100–150 every 100 ms; expected verdict: wrong

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  guard let last = requests.last else { return [] }
  if requests.count == 1 { return [last.answered] }
  let clicks = stride(from: 0, to: last.sent, by: interval)
  return zip(clicks, requests).map { clicked, request in
    request.answered - clicked
  }
}
