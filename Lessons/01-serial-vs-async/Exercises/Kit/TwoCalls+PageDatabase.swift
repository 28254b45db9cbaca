/// The database of exercise 1.3. Each call takes a while, and throws if the database cannot be reached.
struct PageDatabase: Sendable {
  /// The visitor's name.
  func user() async throws -> String { try await makeUser() }

  /// The courses of a user.
  func courses(of user: String) async throws -> [String] { try await makeCourses(user) }

  /// The news, the same for every visitor.
  func news() async throws -> [String] { try await makeNews() }

  // For the grading.

  let makeUser: @Sendable () async throws -> String
  let makeCourses: @Sendable (_ user: String) async throws -> [String]
  let makeNews: @Sendable () async throws -> [String]
}
