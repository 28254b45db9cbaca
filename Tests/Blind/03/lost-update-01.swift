// meant: counts before the page is there, and takes it back on an error; expected verdict: wrong
// right: counts when the page is there.
import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  visits.count += 1
  do {
    return try await visits.page(number)
  } catch {
    visits.count -= 1
    throw error
  }
}
