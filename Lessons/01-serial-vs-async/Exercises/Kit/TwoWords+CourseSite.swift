import EventLoop
import LessonKit
import Platform
import Workload

/// The site of exercise 1.1, on one thread: code that computes, and a database that takes its time.
struct CourseSite: Sendable {
  /// Reads the request. This computes.
  func receive(_ request: Request) -> Request {
    compute(.receive, for: request)
    return request
  }

  /// Asks the database who the visitor is, and keeps the thread until the answer is there.
  func user(for request: Request) throws -> String {
    try block(.user, for: request).get()
    return name(for: request)
  }

  /// Asks the database who the visitor is, and gives the thread back until the answer is there.
  func user(for request: Request) async throws -> String {
    try await wait(.user, for: request)
    return name(for: request)
  }

  /// Greets a user. This computes.
  func greet(_ user: String, for request: Request) -> String {
    compute(.greet, for: request)
    return "Welcome back, \(user)!"
  }

  /// Asks the database for a user's courses, and keeps the thread until the answer is there.
  func courses(of user: String, for request: Request) throws -> [String] {
    try block(.courses, of: user, for: request).get()
    return ["What \(user) waits for"]
  }

  /// Asks the database for a user's courses, and gives the thread back until the answer is there.
  func courses(of user: String, for request: Request) async throws -> [String] {
    try await wait(.courses, of: user, for: request)
    return ["What \(user) waits for"]
  }

  /// Makes the response. This computes.
  func respond(_ greeting: String, _ courses: [String], to request: Request) -> Response {
    compute(.respond, for: request)
    return Response(greeting: greeting, courses: courses)
  }

  // For the grading.

  /// What a handler does.
  enum Step: String, Sendable, CaseIterable { case receive, user, greet, courses, respond }

  /// A step that was done.
  struct Done: Sendable {
    var step: Step
    var lane: Int
    var user: String?
    var keepsTheThread = false
    var isElsewhere: Bool
    var start: Duration
    /// `nil` while it runs.
    var end: Duration?
  }

  private let probe: Probe
  private let salt: Int
  private let failing: (lane: Int, step: Step)?
  private let state = Guarded([Done]())

  private static let waits: [[Step: Int]] = [
    [.user: 65, .courses: 120], [.user: 65, .courses: 120], [.user: 25, .courses: 60],
  ]

  /// - Parameters:
  ///   - salt: a number that cannot be known in advance: it stands in the users' names.
  ///   - failing: the call that fails, and for which request.
  init(on probe: Probe, salt: Int, failing: (lane: Int, step: Step)? = nil) {
    self.probe = probe
    self.salt = salt
    self.failing = failing
  }

  /// What was done so far, in the order in which it began.
  var done: [Done] { state.withLock { $0 } }

  var loop: EventLoop { probe.loop }

  func name(lane: Int) -> String { "reader \(salt + lane * 7)" }

  private func name(for request: Request) -> String { name(lane: lane(of: request)) }
  private func lane(of request: Request) -> Int { probe.labels.firstIndex(of: request.label) ?? 0 }

  private func begin(
    _ step: Step, of user: String? = nil, for request: Request, keepsTheThread: Bool = false
  ) -> Int {
    let done = Done(
      step: step, lane: lane(of: request), user: user, keepsTheThread: keepsTheThread,
      isElsewhere: !probe.loop.isCurrent, start: probe.loop.clock.now.offset)
    return state.withLock {
      $0.append(done)
      return $0.count - 1
    }
  }

  private func end(_ index: Int) {
    let now = probe.loop.clock.now.offset
    state.withLock { $0[index].end = now }
  }

  private func compute(_ step: Step, for request: Request) {
    let index = begin(step, for: request)
    if probe.loop.isCurrent {
      probe.loop.answer(probe.labels[lane(of: request)]) { probe.loop.work(for: .milliseconds(5)) }
    }
    end(index)
  }

  private func block(_ step: Step, of user: String? = nil, for request: Request) -> Result<Void, any Error> {
    let index = begin(step, of: user, for: request, keepsTheThread: true)
    guard probe.loop.isCurrent else {
      probe.noteCallFromElsewhere()
      end(index)
      return .failure(Probe.LeftTheLoop())
    }
    probe.loop.answer(probe.labels[lane(of: request)]) {
      probe.loop.block(for: duration(step, for: request))
    }
    end(index)
    return result(step, for: request)
  }

  private func wait(_ step: Step, of user: String? = nil, for request: Request) async throws {
    let index = begin(step, of: user, for: request)
    defer { end(index) }
    try await probe.call(
      lane(of: request), takes: duration(step, for: request), result(step, for: request))
  }

  private func duration(_ step: Step, for request: Request) -> Duration {
    .unguessable(Self.waits[lane(of: request)][step] ?? 0)
  }

  private func result(_ step: Step, for request: Request) -> Result<Void, any Error> {
    let lane = lane(of: request)
    return failing.map { $0 == (lane, step) } == true ? .failure(probe.unavailable(lane)) : .success(())
  }
}
