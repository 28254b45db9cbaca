// meant: the page is fetched by a child task of a group, and the parent counts when it has received it, without an await in between; expected verdict: right

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  try await withThrowingTaskGroup(of: String.self, returning: String.self) { group in
    group.addTask { try await visits.page(number) }
    var pages: [String] = []
    while let page = try await group.next() {
      pages.append(page)
    }
    visits.count += pages.count
    return pages.joined()
  }
}
