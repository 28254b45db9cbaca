import EventLoop
import LessonKit

// Exercise 3.2, lost-update: count every visit, and lose none.
//
// Every request asks for a page and counts one visit. All requests run on one thread, and still visits are lost:
//
//   let before = visits.count
//   let page = try await visits.page(number)
//   visits.count = before + 1
//   return page
//
// Mend it. The requests go on waiting for their pages at the same time, and each asks for its page once. A visit counts when its
// page is there, and not a moment before: if `page(_:)` throws, throw its error, and never count that visit.
//
//   what happens                             what is wanted
//   request 1  read 0 ░░░░░░░ write 1        request 1  ░░░░░░░ count 1
//   request 2  read 0 ░░░░░░░░░ write 1      request 2  ░░░░░░░░░ count 2
//
// `Visits` has `count`, which you can read and write at once, without `await`; and `page(_:)`, which is awaited, and may throw
// `Visits.NoSuchPage`.
//
// Check your answer with: swift run lessons check lost-update

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  throw ToDo()
}
