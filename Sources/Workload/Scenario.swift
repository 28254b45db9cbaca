/// The groups of requests that the lectures talk about.
public enum Scenario {
  /// The three requests of the first lecture's picture, all there at the beginning.
  ///
  /// Requests 1 and 2 are alike and take 200 ms on their own, request 3 takes 100 ms. Each is framework code, a database call for
  /// the user, a little code, a longer database call for the user's courses, and framework code again.
  ///
  /// Source: the lecture `visualizing-an-asynchronous-request`, 00:00 to 01:07.
  public static let threeRequests = [
    page("request 1", user: 65, courses: 120), page("request 2", user: 65, courses: 120),
    page("request 3", user: 25, courses: 60),
  ]

  /// The same three requests, arriving one by one: request 2 during the first database call of request 1, and
  /// request 3 when the first two both wait.
  ///
  /// Source: the lecture `visualizing-an-asynchronous-request`, 01:39.
  public static let threeRequestsOneByOne = zip(threeRequests, [0, 20, 80]).map { request, arrival in
    request.arriving(at: .milliseconds(arrival))
  }

  /// As many requests like request 1 of the lecture's picture as wanted, a quarter as long, all there at the beginning.
  public static func crowd(of count: Int) -> [Request] {
    (1...count).map { page("request \($0)", user: 65, courses: 120).scaled(by: 0.25) }
  }

  /// Requests that take 10 ms on their own, of which they wait a given share.
  ///
  /// - Parameters:
  ///   - count: how many there are, all at the beginning.
  ///   - waitingShare: from 0 (only computing) to 1 (only waiting).
  public static func alike(_ count: Int, waitingShare: Double) -> [Request] {
    let ownTime = Duration.milliseconds(10)
    return (1...count).map {
      Request(
        "request \($0)",
        steps: [
          .work("receive", ownTime * (1 - waitingShare)), .wait("user", ownTime * waitingShare),
        ])
    }
  }

  private static func page(_ label: String, user: Int, courses: Int) -> Request {
    Request(
      label,
      steps: [
        .work("receive", .milliseconds(5)), .wait("user", .milliseconds(user)),
        .work("greet", .milliseconds(5)),
        .wait("courses", .milliseconds(courses)), .work("respond", .milliseconds(5)),
      ])
  }
}
