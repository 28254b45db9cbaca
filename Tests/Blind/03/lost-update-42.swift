// meant: counts before it asks for the page and takes the visit back on an error, so that a visit is counted while its page is not there yet (seen by anyone who looks at the counter during the wait); expected verdict: wrong

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
