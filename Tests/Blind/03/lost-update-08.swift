// meant: counts before the page is there, and takes the visit back if it fails; expected verdict: wrong

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
