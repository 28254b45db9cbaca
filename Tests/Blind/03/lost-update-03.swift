// meant: counts before the page is there and takes it back on an error by writing the old number again, which wipes out the visits that were counted meanwhile; expected verdict: wrong
import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  let before = visits.count
  visits.count = before + 1
  do {
    return try await visits.page(number)
  } catch {
    visits.count = before
    throw error
  }
}
