// meant: puts the three lines into an actor and believes that nobody else comes in, but an actor lets others in at the await; expected verdict: wrong
import EventLoop
import LessonKit

private actor Counter {
  static let only = Counter()

  func visit(_ number: Int, _ visits: Visits) async throws -> String {
    let before = visits.count
    let page = try await visits.page(number)
    visits.count = before + 1
    return page
  }
}

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  try await Counter.only.visit(number, visits)
}
