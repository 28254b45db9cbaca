import EventLoop
import LessonKit
import Measurement
import Report
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

/// The server on one loop, where some calls block: the same purchase, without `await` in front of these.
struct PartlyBlockingServer: Sendable {
  let shop: Shop
  let blocking: Set<String>

  func serve(_ requests: [Request]) async throws -> [Receipt] {
    let tasks = requests.map { request in
      Task(executorPreference: shop.loop) { try await shop.answer(request) { try await buy(request) } }
    }
    var receipts: [Receipt] = []
    for task in tasks { receipts.append(try await task.value) }
    return receipts
  }

  func buy(_ request: Request) async throws -> Receipt {
    let id = shop.readCookie(of: request)
    let visitor =
      blocking.contains("visitor")
      ? try Blockingly(shop).visitor(id, request) : try await shop.database.visitor(id, for: request)
    let order = shop.fillIn(for: visitor, request)
    let payment =
      blocking.contains("charge")
      ? try CardLibrary(loop: shop.loop).charge(order, for: request)
      : try await shop.cards.charge(order, for: request)
    let receipt = shop.writeReceipt(order, payment, request)
    if blocking.contains("record") {
      try Blockingly(shop).record(receipt, request)
    } else {
      try await shop.database.record(receipt, for: request)
    }
    return shop.respond(receipt, to: request)
  }

  /// The database's calls that keep the thread: in an asynchronous function the others would be taken.
  private struct Blockingly {
    let database: any ShopDatabase

    init(_ shop: Shop) { database = shop.database }

    func visitor(_ id: String, _ request: Request) throws -> String { try database.visitor(id, for: request) }
    func record(_ receipt: Receipt, _ request: Request) throws { try database.record(receipt, for: request) }
  }
}
