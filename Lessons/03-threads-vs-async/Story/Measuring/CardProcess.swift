import Console
import EventLoop
import Platform
import Processes
import Serving
import Workload

/// A web service that charges cards, in a process of its own.
///
/// A charge that comes with a key is made once: sent again with the same key, it is answered with what was charged then.
struct CardProcess {
  /// How the service behaves when it is asked to charge a card for the first time; from the second time on it is as usual.
  enum Behaviour: String {
    case usual
    /// It takes longer, and answers in time.
    case slow
    /// It charges the card at once, and answers when its caller has given up.
    case late
    /// It charges the card, and the connection ends in the middle of the answer.
    case breaksOff

    var delay: Duration {
      switch self {
      case .usual, .breaksOff: .zero
      case .slow: .milliseconds(140)
      case .late: .milliseconds(600)
      }
    }
  }

  /// Charges cards until the gate is opened; says its port first. Its input is how long a charge takes; it answers how many it made.
  static let process = Helper("cards", of: ThreadsVersusAsync.entry.id, timeLimit: .seconds(120)) {
    (time: Duration, caller) in
    let ledger = Guarded(Ledger())
    let server = try EventLoopServer { request in
      switch (request.method, request.path) {
      case ("POST", "/behaviour"):
        let behaviour = Behaviour(rawValue: request.text)
        ledger.withLock { $0 = Ledger(behaviour: behaviour ?? .usual) }
        return HTTPResponse(behaviour == nil ? .badRequest : .noContent)
      case ("POST", "/charges"):
        let (payment, behaviour) = ledger.withLock {
          $0.charge(request.text, key: request.headers["idempotency-key"])
        }
        try await request.wait(for: time + behaviour.delay)
        var response = HTTPResponse(body: payment)
        response.breaksOff = behaviour == .breaksOff
        return response
      case ("GET", "/charges"): return HTTPResponse(body: "\(ledger.withLock(\.charged).count)")
      default: return HTTPResponse(.notFound)
      }
    }
    caller.say("\(server.port)")
    caller.waitUntilOpened()
    server.stop()
    return ledger.withLock(\.charged).count
  }

  /// What was charged, and for which key.
  struct Ledger {
    var behaviour = Behaviour.usual
    /// What was bought, by charge.
    private(set) var charged: [String] = []
    private var asked: Set<String> = []
    private var payments: [String: String] = [:]

    init(behaviour: Behaviour = .usual) { self.behaviour = behaviour }

    /// Charges a card, unless that was done for this key. Returns the payment, and how to behave about it.
    mutating func charge(_ sale: String, key: String?) -> (payment: String, Behaviour) {
      let behaviour = asked.insert(sale).inserted ? self.behaviour : .usual
      if let key, let payment = payments[key] { return (payment, behaviour) }
      charged.append(sale)
      let payment = "payment \(charged.count), \(sale)"
      if let key { payments[key] = payment }
      return (payment, behaviour)
    }
  }

  private let running: HelperProcess<Int>
  let port: UInt16

  /// Starts the service.
  init(charging time: Duration) throws(HelperFailure) {
    running = try Self.process.start(time)
    port = try running.port
  }

  /// Stops the service.
  func stop() throws(HelperFailure) {
    running.open()
    _ = try running.answer()
    try running.end()
  }

  /// Begins a new list of charges.
  func behave(_ behaviour: Behaviour) throws(ClientError) {
    _ = try HTTPClient(port: port, loop: EventLoop(time: .real())).post(
      "/behaviour", body: behaviour.rawValue)
  }

  /// How many charges were made since then.
  var charges: Int {
    get throws(ClientError) {
      let answer = try HTTPClient(port: port, loop: EventLoop(time: .real())).get("/charges")
      return Int(String(decoding: answer.body, as: UTF8.self)) ?? 0
    }
  }
}

extension HTTPRequest {
  fileprivate var text: String { String(decoding: body, as: UTF8.self) }
}

/// The service as the shop calls it: over HTTP, with `await`, and again if there is no answer.
struct CardsOverHTTP: CardService {
  let port: UInt16
  let loop: EventLoop
  /// Whether a charge that is sent again can be told from a new one.
  var sendsKey = true

  /// How long an answer may take.
  static let patience = Duration.milliseconds(300)
  static let attempts = 3

  func charge(_ order: Order, for request: Request) async throws -> String {
    let client = HTTPClient(port: port, loop: loop, patience: Self.patience)
    // One key for the charge, however often it has to be sent.
    let key: Headers =
      sendsKey ? ["Idempotency-Key": "\(request.label), \(UInt64.random(in: 0...UInt64.max))"] : [:]
    var attempt = 1
    while true {
      do {
        let answer = try await client.post(
          "/charges", headers: key, body: "\(order.item), for \(order.visitor)")
        guard answer.status == .ok else { throw Refused(status: answer.status) }
        return String(decoding: answer.body, as: UTF8.self)
      } catch let error as ClientError where attempt < Self.attempts {
        // A moment later it may be there again. Whether the card was charged is unknown.
        _ = error
        try await loop.sleep(for: .milliseconds(20) * attempt)
        attempt += 1
      }
    }
  }

  /// What the service says instead of a payment.
  struct Refused: Error {
    var status: Status
  }
}
