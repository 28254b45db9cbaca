/// The database of exercise 1.2. Each call takes a while, and throws if the database cannot be reached.
struct PageDatabase: Sendable {
  private let askUser: @Sendable () async throws -> String
  private let askCourses: @Sendable (_ user: String) async throws -> [String]
  private let askNews: @Sendable () async throws -> [String]

  init(
    user: @escaping @Sendable () async throws -> String,
    courses: @escaping @Sendable (_ user: String) async throws -> [String],
    news: @escaping @Sendable () async throws -> [String]
  ) {
    (askUser, askCourses, askNews) = (user, courses, news)
  }

  /// The visitor's name.
  func user() async throws -> String { try await askUser() }

  /// The courses of a user.
  func courses(of user: String) async throws -> [String] { try await askCourses(user) }

  /// The news, the same for every visitor.
  func news() async throws -> [String] { try await askNews() }
}
