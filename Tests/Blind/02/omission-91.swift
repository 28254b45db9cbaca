// meant: works out the delay only from the slow answers before (a backlog of what each took longer than the interval) and takes it for granted that a request is sent as soon as it can be, seen when one is sent late because the test connects, such as a first request sent at 50; expected verdict: wrong

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  var backlog = 0.0
  return requests.map { request in
    let wait = backlog + (request.answered - request.sent)
    // What doesn't fit into the interval delays the next user; what is left of it makes up for earlier delays.
    backlog = max(0, wait - interval)
    return wait
  }
}
