import EventLoop
import Workload

/// The server on one loop, with the same old library and a cure.
struct MendedServer: Sendable {
  let loop: EventLoop

  func serve(_ requests: [Request]) async throws -> [Receipt] {
    let shop = Shop(loop: loop, cards: LibraryOnThread(loop: loop))
    return try await OneLoop(shop: shop).serve(requests)
  }
}

// [01:53] The cure: a call that has to block gets a thread that it may
// block, and the loop keeps its own. Only such calls need a thread, not
// every request.
struct LibraryOnThread: CardService {
  let loop: EventLoop

  func charge(_ order: Order, for request: Request) async throws -> String {
    try await loop.onThread { thread in
      try CardLibrary(loop: thread).charge(order, for: request)
    }
  }
}
