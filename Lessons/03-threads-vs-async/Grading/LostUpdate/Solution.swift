import LessonKit

enum LostUpdateSolution {
  /// Read and write stand together, with no `await` between them: no other task on the loop can come in between.
  static func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
    let page = try await visits.page(number)
    visits.count += 1
    return page
  }
}
