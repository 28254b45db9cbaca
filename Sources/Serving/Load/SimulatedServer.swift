import EventLoop

/// A server in virtual time, without sockets: the same handler under the same load, exact, and the same every time.
///
/// What it leaves out is what a machine adds: parsing, system calls, switches between threads. It has one core, on which
/// all that handlers ``Request/work(for:)`` happens in turn.
///
///     let server = SimulatedServer(.eventLoop) { request in
///       request.work(for: .microseconds(50))
///       try await request.wait(for: .milliseconds(50))
///       return Response(.ok)
///     }
///     let result = try server.run(LoadPlan(.closed(users: 1000)))
public struct SimulatedServer: LoadTarget {
  /// Which of the three servers it is like.
  public enum Discipline: Sendable, Hashable {
    /// Like ``OneAtATimeServer``: while a handler waits, everybody waits.
    case oneAtATime
    /// Like ``ThreadPerConnectionServer``: each client has a thread, up to a number of threads; beyond, it is turned away.
    case threadPerConnection(threads: Int)
    /// Like ``EventLoopServer``: one thread, and whoever waits lets the others go on.
    case eventLoop
  }

  private let discipline: Discipline
  private let handler: Handler

  /// Creates a simulated server.
  public init(_ discipline: Discipline, handler: @escaping Handler) {
    self.discipline = discipline
    self.handler = handler
  }

  /// Puts the server under load, in no time but what the computation takes.
  ///
  /// A client that gives up at its deadline counts as timed out; the server, which does not know, answers it all the same,
  /// and the client sends its next request only then.
  public func run(
    _ plan: LoadPlan, progress: @escaping @Sendable (LoadProgress) -> Void
  ) throws -> LoadResult {
    let meter = WorkMeter()
    let loop = EventLoop(time: .virtual, observer: meter)
    let desk = SimulatedDesk(discipline, handler: handler, loop: loop)
    var result = try loop.run {
      let run = LoadRun(plan, on: loop, progress: progress) { SimulatedClient(desk, target: plan.target) }
      return try await run.run()
    }
    if desk.answers > 0 { result.coreTime = meter.work / desk.answers }
    return result
  }

  /// Counts how long the core of a simulation is in use. Only used on the loop's thread.
  private final class WorkMeter: LoopObserver, @unchecked Sendable {
    private(set) var work = Duration.zero
    private var began = Duration.zero

    func began(_ verb: Verb, at instant: Duration) { if verb == .work { began = instant } }
    func ended(_ verb: Verb, at instant: Duration) { if verb == .work { work += instant - began } }
  }
}

/// The serving side of a simulation. Only used on the loop's thread.
final class SimulatedDesk: @unchecked Sendable {
  let loop: EventLoop
  private let discipline: SimulatedServer.Discipline
  private let handler: Handler
  private var threads = 0
  private var isBusy = false
  private var queue: [UnsafeContinuation<Void, Never>] = []
  private var first = 0
  private(set) var answers = 0

  init(_ discipline: SimulatedServer.Discipline, handler: @escaping Handler, loop: EventLoop) {
    self.discipline = discipline
    self.handler = handler
    self.loop = loop
  }

  /// Lets a connection in. Returns false if it is turned away.
  func admit() -> Bool {
    guard case .threadPerConnection(let most) = discipline else { return true }
    guard threads < most else { return false }
    threads += 1
    return true
  }

  func leave() {
    if case .threadPerConnection = discipline { threads -= 1 }
  }

  /// - Returns: whether the answer is a success, and when it left.
  nonisolated(nonsending) func answer(_ target: String) async -> (Bool, at: Duration) {
    // Behind whoever is ready already: a request goes through the server's queue, however soon it follows the last.
    await Task.yield()
    if discipline == .oneAtATime { await takeTurn() }
    defer { if discipline == .oneAtATime { passTurn() } }
    var request = Request("GET", target)
    request.pace = .giving(loop)
    let status = (try? await handler(request))?.status.code ?? 500
    answers += 1
    return ((200..<400).contains(status), loop.clock.now.offset)
  }

  private nonisolated(nonsending) func takeTurn() async {
    if !isBusy {
      isBusy = true
      return
    }
    await withUnsafeContinuation { queue.append($0) }
  }

  private func passTurn() {
    guard first < queue.count else {
      (queue, first, isBusy) = ([], 0, false)
      return
    }
    first += 1
    queue[first - 1].resume()
  }
}

/// A user of a simulation.
final class SimulatedClient: LoadClient, @unchecked Sendable {
  private let desk: SimulatedDesk
  private let target: String
  private var isInside = false

  init(_ desk: SimulatedDesk, target: String) {
    self.desk = desk
    self.target = target
  }

  nonisolated(nonsending) func ask(until deadline: Duration) async -> (Outcome, at: Duration) {
    if !isInside {
      guard desk.admit() else { return (.turnedAway, desk.loop.clock.now.offset) }
      isInside = true
    }
    let (isSuccess, finish) = await desk.answer(target)
    return (isSuccess ? .answered : .failed, finish)
  }

  func close() {
    if isInside { desk.leave() }
    isInside = false
  }
}
