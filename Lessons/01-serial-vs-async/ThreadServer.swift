import EventLoop
import Platform
import Workload

/// Answers every request on a thread of its own, with the serial handler: a wait holds up one thread, and the others go on.
struct ThreadServer: Sendable {
  let site: Site

  // [02:00] [02:05] The operating system does here what the event loop did: it runs another thread while one waits.
  func serve(_ requests: [Request]) throws -> [Response] {
    let threads = requests.map { request in
      site.loop.startThread { loop in
        let server = SerialServer(site: Site(loop: loop))
        return try server.site.answer(request) { try server.handle(request) }
      }
    }
    return try threads.map { try $0.join() }
  }
}
