import EventLoop
import Workload

// [01:25] The loop and the purchase are the same, word for word, and the
// purchase says `await` as before.
/// The server on one loop, with a card library from the days before `await`.
struct BlockingServer: Sendable {
  let loop: EventLoop

  func serve(_ requests: [Request]) async throws -> [Receipt] {
    let shop = Shop(loop: loop, cards: CardLibrary(loop: loop))
    return try await OneLoop(shop: shop).serve(requests)
  }
}

// [01:25] `await` gives the thread back only where the function that is
// called suspends. The library's never does: it keeps the loop's only
// thread, and every purchase stands still. The compiler has no objection: a
// function that never suspends may stand where one that may suspend is
// expected.
extension CardLibrary: CardService {}
