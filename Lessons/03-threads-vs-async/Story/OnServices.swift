import EventLoop
import Figures
import LessonKit
import Measurement
import Serving
import Workload

/// The purchase once more, with a real database and a real web service: two kinds of waits on one loop, and what goes wrong with them.
struct OnServices: StoryPart {
  static let id = "services"
  static let title = "With a real database and a real service"

  let tables: ShopTables

  struct Evidence {
    /// Three purchases, 10 ms apart.
    var oneByOne: Recording<[Receipt]>
    /// What became of three purchases and five others when the service was in trouble.
    var usual: Outcome
    var troubles: [Outcome]
    var down: Outcome
    var withoutKey: Outcome
  }

  /// What became of the purchases, and of the others meanwhile.
  struct Outcome: Sendable {
    var name: String
    var answered: Int
    var charges: Int
    var recorded: Int
    /// The mean response times.
    var purchases: Duration
    var others: Duration
  }

  private static let purchases = Purchase.requests(3, every: .milliseconds(10))

  /// Visitors who only look: they need the database, and not the service.
  private static let others = (0..<5).map {
    Request(
      "look \($0 + 1)", arrival: .milliseconds(20) * $0,
      steps: [
        .work("cookie", .milliseconds(1)), .wait("visitor", .milliseconds(20)),
        .work("answer", .milliseconds(2)),
      ])
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.progress("starting a service …")
    let cards = try CardProcess(charging: Purchase.request(1).duration(of: "charge"))
    telling.say(
      "Now the visitors are a table of PostgreSQL, and cards are charged by a web service in a process of its own, over HTTP. "
        + "`OneLoop.buy` is the same, word for word: behind each `await` the loop watches a socket in place of a timer."
    )
    let purchases = Self.purchases
    let database = try tables.database(for: purchases)
    let port = cards.port
    let oneByOne = try telling.show("services", "Put aside while waiting, for real", purchases) {
      let shop = Shop(
        loop: $0, database: database.on($0), cards: CardsOverHTTP(port: port, loop: $0))
      return try await OneLoop(shop: shop).serve(purchases)
    }
    telling.say(
      "A service elsewhere is not always well. Each line below is three purchases, and five visitors who only look and need nothing but the "
        + "database. The shop waits \(CardsOverHTTP.patience.inWholeMilliseconds) for an answer and sends a charge three times at most, with the "
        + "same key each time: by that the service knows a charge that it has made.")
    let usual = try outcome("as usual", .usual, of: cards, telling)
    let troubles = [
      try outcome("slow", .slow, of: cards, telling),
      try outcome("answers too late", .late, of: cards, telling),
      try outcome("breaks off", .breaksOff, of: cards, telling),
    ]
    let withoutKey = try outcome("too late, no key", .late, of: cards, sendsKey: false, telling)
    try cards.stop()
    let down = try outcome("is down", nil, of: cards, telling)
    let evidence = Evidence(
      oneByOne: oneByOne, usual: usual, troubles: troubles, down: down, withoutKey: withoutKey)
    telling.show(
      .table(
        title: "The service is in trouble", corner: "service",
        columns: [
          .init("answered", unit: "of 3"), .init("charges", unit: ""), .init("noted down", unit: ""),
          .init("purchases take", unit: "ms"), .init("the others take", unit: "ms"),
        ],
        rows: ([evidence.usual] + evidence.troubles + [evidence.down, evidence.withoutKey]).map {
          .init(
            $0.name,
            [
              Double($0.answered), Double($0.charges), Double($0.recorded), $0.purchases.inMilliseconds,
              $0.others.inMilliseconds,
            ])
        }))
    telling.say(
      "The others never notice: a wait that takes longer is still only a wait. But an answer that has not come doesn't tell whether the card "
        + "was charged. Sent again without a key, the charge is made again: \(evidence.withoutKey.charges) charges for three purchases."
    )
    return evidence
  }

  /// - Parameter behaviour: how the service behaves; `nil` where it has ended, and nothing listens at its port.
  private func outcome(
    _ name: String, _ behaviour: CardProcess.Behaviour?, of cards: CardProcess, sendsKey: Bool = true,
    _ telling: Telling
  ) throws -> Outcome {
    if let behaviour { try cards.behave(behaviour) }
    let (purchases, others, port) = (Self.purchases, Self.others, cards.port)
    let database = try tables.database(for: purchases + others)
    let served = try telling.measure(purchases + others) { loop in
      let shop = Shop(
        loop: loop, database: database.on(loop),
        cards: CardsOverHTTP(port: port, loop: loop, sendsKey: sendsKey))
      let server = OneLoop(shop: shop)
      let bought = purchases.map { request in
        Task(executorPreference: loop) {
          try await shop.answer(request) { try await server.buy(request) }
        }
      }
      let looked = others.map { request in
        Task(executorPreference: loop) {
          try await loop.sleep(until: .init(offset: request.arrival))
          try await loop.answer(request.label) {
            _ = try await shop.database.visitor(shop.readCookie(of: request), for: request)
            loop.work(for: request.duration(of: "answer"))
          }
        }
      }
      for task in looked { try await task.value }
      var answered = 0
      for task in bought {
        // What the database says is no trouble of the service's.
        do { answered += try await task.value.payment.isEmpty ? 0 : 1 } catch is ClientError {}
      }
      return answered
    }
    func mean(_ lanes: ArraySlice<Lane>) -> Duration {
      let times = lanes.compactMap(\.responseTime)
      return times.reduce(.zero, +) / max(1, times.count)
    }
    let lanes = served.timeline.lanes
    return Outcome(
      name: name, answered: served.value, charges: behaviour == nil ? 0 : try cards.charges,
      recorded: try tables.sales,
      purchases: mean(lanes.prefix(purchases.count)), others: mean(lanes.dropFirst(purchases.count)))
  }
}
