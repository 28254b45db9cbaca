// meant: adds up for each user what the request itself took and how late it was sent; expected verdict: right

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  let tookItself = requests.map { $0.answered - $0.sent }
  let sentLate = requests.indices.map { user in
    requests[user].sent - Double(user) * interval
  }
  return zip(tookItself, sentLate).map(+)
}
