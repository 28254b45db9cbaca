// meant: reads and writes in one expression, but the left operand is read before the page is awaited on the right, so that visits get lost when requests overlap; expected verdict: wrong

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  var page = ""

  func newVisits() async throws -> Int {
    page = try await visits.page(number)
    return 1
  }

  // All in one line, so nothing can come in between.
  visits.count = try await visits.count + newVisits()
  return page
}
