import EventLoop
import LessonKit
import Measurement
import Queueing
import Workload

/// Purchases of which the reader says how many there are, which of their calls block, and how many threads there are.
struct TurnedShop: Sendable {
  var purchases = 3
  /// The calls that keep the thread while they wait.
  var blocking: Set<String> = ["charge"]
  var threads = 1

  static let calls = Purchase.request(1).steps.filter { $0.kind == .wait }.map(\.name)

  static let knobs = [
    Knob(.requests, .count(1...20), "How many purchases arrive at once; 3 if not given."),
    Knob(
      .blocking, .names(calls),
      "Which calls keep the thread: \(calls.joined(separator: ", ")), or none; charge if not given."),
    Knob(.threads, .count(1...20), "How many threads the pool has, each on a core of its own."),
  ]

  init() {}

  init(_ knobs: Knobs) {
    purchases = knobs.count(.requests) ?? purchases
    blocking = knobs.names(.blocking).map(Set.init) ?? blocking
    threads = knobs.count(.threads) ?? threads
  }

  var requests: [Request] { Purchase.requests(purchases) }

  /// What becomes of them with every call awaited.
  var awaited: Timeline {
    Pool(workers: threads, cores: threads, waiting: .givesWorkerBack).timeline(of: requests)
  }

  /// What becomes of them with some calls that block.
  var blocked: Timeline {
    Pool(workers: threads, cores: threads, waiting: .keepsWorkerIn(blocking)).timeline(of: requests)
  }

  /// For how long a purchase keeps its thread while it waits.
  var kept: Duration { blocking.reduce(.zero) { $0 + Purchase.request(1).duration(of: $1) } }
}

/// The shop's services, where some calls keep the thread although they are awaited. In the purchase not a word changes.
struct PartlyBlockingServices: ShopDatabase, CardService {
  let loop: EventLoop
  let blocking: Set<String>

  func visitor(_ id: String, for request: Request) async throws -> String {
    try await answer("visitor", request)
    return id
  }

  func charge(_ order: Order, for request: Request) async throws -> String {
    try await answer("charge", request)
    return "paid by \(order.visitor)"
  }

  func record(_ receipt: Receipt, for request: Request) async throws { try await answer("record", request) }

  private func answer(_ call: String, _ request: Request) async throws {
    let time = request.duration(of: call)
    if blocking.contains(call) { loop.block(for: time) } else { try await loop.sleep(for: time) }
  }

  func visitor(_ id: String, for request: Request) throws -> String {
    try Database(loop: loop).visitor(id, for: request)
  }

  func record(_ receipt: Receipt, for request: Request) throws {
    try Database(loop: loop).record(receipt, for: request)
  }
}
