// meant: takes a single statement for atomic, but the count on the right is read before the page is awaited beside it, so that visits are lost when two or more requests wait at the same time; expected verdict: wrong

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  var page = ""
  // Read, add and write in one statement: nobody can come in between.
  visits.count = try await visits.count + visit(number, visits, &page)
  return page
}

/// Gets the page, and returns how many visits that makes.
private func visit(_ number: Int, _ visits: Visits, _ page: inout String) async throws -> Int {
  page = try await visits.page(number)
  return 1
}
