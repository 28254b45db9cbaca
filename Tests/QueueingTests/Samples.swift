import Workload

/// Requests that tests serve.
enum Samples {
  /// The three requests of the first lecture's picture: 200, 200 and 100 ms on their own, mostly waiting.
  static let three = [(65, 120), (65, 120), (25, 60)].map { user, courses in
    Request(
      "page",
      steps: [
        .work("receive", .milliseconds(5)), .wait("user", .milliseconds(user)),
        .work("greet", .milliseconds(5)), .wait("courses", .milliseconds(courses)),
        .work("respond", .milliseconds(5)),
      ])
  }

  /// The same, one after another.
  static let oneByOne = zip(three, [0, 20, 80]).map { $0.arriving(at: .milliseconds($1)) }

  static func computing(_ count: Int) -> [Request] {
    Array(repeating: Request("job", steps: [.work("compute", .milliseconds(10))]), count: count)
  }
}
