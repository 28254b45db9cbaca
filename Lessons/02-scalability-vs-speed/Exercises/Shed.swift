import EventLoop
import LessonKit

// Exercise 2.3, shed: a server that can say no.
//
// It answers one request at a time; others wait for their turn, at most `most` of them, in the order in which they came. Whoever
// comes when so many wait already is refused at once, by throwing Refused(). An error of an answer is yours to throw, and
// makes room like any other end. Complete `serve`, and keep in the actor what you need.
// The actor's functions run on the event loop; `withCheckedContinuation` lets one wait, and `resume()` lets it go on.
//
//   most = 1     request 1  ░░░░░░
//                request 2  ······░░░░░░
//                request 3  refused at once
//
// Check yourself with: swift run lessons check shed

actor Shed: Shedding {
  let most: Int

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    throw ToDo()
  }
}
