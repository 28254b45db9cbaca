// meant: counts in a defer that stands after the wait, so only if the page is there, and in one step; expected verdict: right
import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  async let page = visits.page(number)
  let text = try await page
  defer { visits.count += 1 }
  return text
}
