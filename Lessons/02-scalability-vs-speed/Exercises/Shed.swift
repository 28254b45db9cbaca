import EventLoop
import LessonKit

// Exercise 2.6, shed: refuse a request at once when there is no room for it.
//
// Complete `serve`. The server answers one request at a time. Meanwhile at most `most` others wait (0 or more), and they are
// answered in the order in which they came; one that arrives just when another ends is behind them. A request that finds no room
// is refused at once: throw `Refused()`. If `answer` throws, throw its error; it makes room like any other end. No request is
// cancelled. Keep in the actor whatever it has to remember.
//
//   most = 1     request 1  ░░░░░░
//                request 2  ······░░░░░░
//                request 3  refused at once
//
// The actor's functions run on the event loop. `withCheckedContinuation` suspends one of them; `resume()` lets it go on.
// `Shedding` is the protocol of such a server: `init(atMost:)` and `serve(_:)`. `Refused` is an error without members.
//
// Check your answer with: swift run lessons check shed

actor Shed: Shedding {
  let most: Int

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    throw ToDo()
  }
}
