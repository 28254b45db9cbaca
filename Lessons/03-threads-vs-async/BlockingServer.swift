import EventLoop
import Workload

/// The server on one loop, which charges cards with the library from the days before `await`. The purchase is the same, word
/// for word.
struct BlockingServer: Sendable {
  let loop: EventLoop

  func serve(_ requests: [Request]) async throws -> [Receipt] {
    let shop = Shop(loop: loop, cards: CardLibrary(loop: loop))
    return try await OneLoop(shop: shop).serve(requests)
  }
}

// [01:25] `await` gives the thread back only where the function that is called suspends, and the library's never does: it
// keeps the loop's only thread, and every purchase stands still. The compiler has no objection, since a function that
// never suspends may stand wherever one that might is expected.
extension CardLibrary: CardService {}
