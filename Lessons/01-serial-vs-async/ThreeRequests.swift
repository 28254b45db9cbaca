import Workload

/// The lecture's picture: three visitors who click at the same moment.
enum ThreeRequests {
  // [00:00] [00:09] Requests 1 and 2 take 200 ms each, request 3 only 100 ms: if it has the server to itself.
  static let atOnce = [
    page("request 1", user: 65, courses: 120),
    page("request 2", user: 65, courses: 120),
    page("request 3", user: 25, courses: 60),
  ]

  // [00:10] [01:07] What a request does takes as long as it takes, however it is served. Nearly all of it is waiting.
  static func page(_ label: String, user: Int, courses: Int) -> Request {
    Request(
      label,
      steps: [
        .work("receive", .milliseconds(5)),
        .wait("user", .milliseconds(user)),
        .work("greet", .milliseconds(5)),
        .wait("courses", .milliseconds(courses)),
        .work("respond", .milliseconds(5)),
      ])
  }

  // [01:39] [01:50] The same three once more, one by one: 2 comes while 1 waits, and 3 while both of them wait.
  static let oneByOne = [
    atOnce[0],
    atOnce[1].arriving(at: .milliseconds(20)),
    atOnce[2].arriving(at: .milliseconds(80)),
  ]

  /// Any number of requests like request 1, a quarter as long, all at once.
  static func crowd(of count: Int) -> [Request] {
    (1...count).map { page("request \($0)", user: 65, courses: 120).scaled(by: 0.25) }
  }
}
