// meant: looks after the wait whether the count has changed meanwhile, and if so adds one more to the old number, as if only one other visit could have come in; expected verdict: wrong
import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  let before = visits.count
  let page = try await visits.page(number)
  if visits.count == before {
    visits.count = before + 1
  } else {
    // Another request was quicker: count its visit and mine.
    visits.count = before + 2
  }
  return page
}
