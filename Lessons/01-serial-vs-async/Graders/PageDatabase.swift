/// The database of exercise 1.2. Each call takes a while.
struct PageDatabase: Sendable {
  let makeUser: @Sendable () async throws -> String
  let makeCourses: @Sendable (_ user: String) async throws -> [String]
  let makeNews: @Sendable () async throws -> [String]

  /// Who asks.
  func user() async throws -> String { try await makeUser() }

  /// The courses of a user.
  func courses(of user: String) async throws -> [String] { try await makeCourses(user) }

  /// The news, which are the same for everybody.
  func news() async throws -> [String] { try await makeNews() }
}

/// The page that exercise 1.2 makes.
struct StartPage: Sendable, Hashable {
  var user: String
  var courses: [String]
  var news: [String]
}
