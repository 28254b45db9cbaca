import EventLoop
import Platform
import Workload

/// Answers every request on a thread of its own.
struct ThreadPerRequest: Sendable {
  let loop: EventLoop

  // [00:09] The purchase is written as if it were the only one. While it
  // waits it holds up its own thread, and the operating system lets the
  // others run.
  func serve(_ requests: [Request]) throws -> [Receipt] {
    let threads = requests.map { request in
      loop.startThread { loop in
        let server = ServerInOrder(shop: Shop(loop: loop))
        return try server.shop.answer(request) { try server.buy(request) }
      }
    }
    return try threads.map { try $0.join() }
  }
}
