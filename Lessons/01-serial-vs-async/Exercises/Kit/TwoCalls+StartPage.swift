/// The page that exercise 1.3 makes.
struct StartPage: Sendable, Hashable {
  /// The visitor's name.
  var user: String
  /// The visitor's courses.
  var courses: [String]
  /// The news, the same for every visitor.
  var news: [String]
}
