// meant: adds only what the request just before took too long: delays that pile up over several requests are forgotten; expected verdict: wrong

import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  requests.indices.map { index in
    let request = requests[index]
    var wait = request.answered - request.sent
    if index > 0 {
      let before = requests[index - 1]
      wait += max(0, before.answered - before.sent - interval)
    }
    return wait
  }
}
