// meant: It reads the count after the page but yields between reading and writing, so that a visit is lost when two pages are there at the same moment; expected verdict: wrong

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  let page = try await visits.page(number)
  await addOne(to: visits)
  return page
}

/// Counts one visit; nothing slow is awaited in here.
private func addOne(to visits: Visits) async {
  let soFar = visits.count
  // Whoever is about to write may do so first.
  await Task.yield()
  visits.count = soFar + 1
}
