// meant: It counts optimistically, with a loop that yields after reading and writes only if the count is still the one that it read; expected verdict: right

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  let page = try await visits.page(number)
  var seen = visits.count
  while true {
    await Task.yield()
    let now = visits.count
    if now == seen {
      visits.count = now + 1
      return page
    }
    seen = now
  }
}
