import Console
import EventLoop
import LessonKit
import Measurement
import Workload

/// One loop, or a pool, with every call awaited, and with calls of the reader's choice that block.
struct TurnedBlocking: StoryPart {
  static let id = "blocking"
  static let title = "Your purchases, awaited and blocked"
  static let claims = OneThread.claims

  let shop: TurnedShop

  func tell(_ telling: Telling) throws -> OneThread.Evidence {
    let end = max(shop.awaited.end, shop.blocked.end)
    let place = shop.threads == 1 ? "one loop" : "\(shop.threads) threads"
    let (requests, threads) = (shop.requests, shop.threads)
    let served = try telling.show(
      "awaited", "Every call awaited, on \(place)", requests, computed: shop.awaited, onThreads: threads,
      until: end
    ) {
      try await OneLoop(shop: Shop(loop: $0)).serve(requests)
    }
    let calls = shop.blocking.isEmpty ? "No call blocks" : "\(Self.names(shop.blocking)) blocking"
    _ = try telling.show(
      "blocked", "\(calls), on \(place)", requests, computed: shop.blocked, onThreads: threads, until: end
    ) { [blocking = shop.blocking] in
      let services = PartlyBlockingServices(loop: $0, blocking: blocking)
      return try await OneLoop(shop: Shop(loop: $0, database: services, cards: services)).serve(requests)
    }
    for sentence in sentences { telling.say(sentence) }
    telling.note("makespan/awaited", shop.awaited.makespan.inMilliseconds, unit: "ms")
    telling.note("makespan/blocked", shop.blocked.makespan.inMilliseconds, unit: "ms")
    return OneThread.Evidence(served: served, crowd: nil)
  }

  // MARK: What changed, and why

  private var sentences: [String] { [outcome, reason] }

  private var outcome: String {
    let (awaited, blocked) = (shop.awaited.end, shop.blocked.end)
    let who = shop.purchases == 1 ? "the purchase is" : "all \(shop.purchases) purchases are"
    return blocked > awaited
      ? "With every call awaited, \(who) answered after \(text(awaited)). With \(Self.names(shop.blocking)) blocking, that takes "
        + "\(text(blocked))."
      : "Both ways, \(who) answered after \(text(awaited))."
  }

  private var reason: String {
    guard !shop.blocking.isEmpty else {
      return "No call keeps a thread while it waits, so there is nothing to stand still for."
    }
    if shop.threads >= shop.purchases {
      return shop.purchases == 1
        ? "A blocking call does no harm while there is nothing else to do: it shows only under load."
        : "There is a thread for each purchase, so a call that blocks holds up no other. That is a thread for each request again, with "
          + "what it costs."
    }
    let least = shop.kept * shop.purchases / shop.threads
    let taken =
      shop.threads == 1
      ? "As soon as one purchase does so, the only thread is taken"
      : "As soon as \(shop.threads) purchases do so, all threads are taken"
    return
      "A purchase keeps its thread for \(text(shop.kept)) while it waits in \(Self.names(shop.blocking)). \(taken), and all the "
      + "others stand still: \(shop.purchases) times \(text(shop.kept)) on \(shop.threads == 1 ? "1 thread" : "\(shop.threads) threads") "
      + "take at least \(text(least))."
  }

  private func text(_ time: Duration) -> String { NumberText.short(time.inMilliseconds, unit: "ms") }

  /// The calls' names in the order in which a purchase makes them.
  private static func names(_ calls: Set<String>) -> String {
    let names = TurnedShop.calls.filter(calls.contains).map { "`\($0)`" }
    return names.count < 2 ? names.joined() : "\(names.dropLast().joined(separator: ", ")) and \(names.last!)"
  }
}
