// meant: adds only what the one request before took longer than an interval, and doesn't carry a backlog on to the users after that, seen for the third of 0–250, 250–280, 280–300 every 100 ms; expected verdict: wrong

import LessonKit

extension SentRequest {
  fileprivate var took: Double { answered - sent }
}

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  // How late each request was: as much as its predecessor overran its interval.
  let overruns = requests.map { max(0, $0.took - interval) }
  let late = [0.0] + overruns
  return zip(requests, late).map { request, delay in request.took + delay }
}
