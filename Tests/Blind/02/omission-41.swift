// meant: takes it that there is a first request, and crashes where there is none, seen for no requests at all; expected verdict: wrong

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  // The first user clicks at 0, and no one is ahead of them.
  var waits = [requests[0].answered]
  for user in 1..<requests.count {
    let planned = interval * Double(user)
    waits.append(requests[user].answered - planned)
  }
  return waits
}
