// meant: adds made-up answers for each interval that a slow one took, as some tools do: too many; expected verdict: wrong
// right: one number for each request, from its planned time.
import LessonKit

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  var waits: [Double] = []
  for request in requests {
    var time = request.answered - request.sent
    waits.append(time)
    while time > interval {
      time -= interval
      waits.append(time)
    }
  }
  return waits
}
