import EventLoop
import Foundation
import LessonKit
import Measurement
import Report
import Workload

/// The first moments of the picture again, slowly: what the thread does, and when.
struct ZoomIn: StoryPart {
  static let id = "zoom-in"
  static let title = "Zooming in: who has the thread?"
  static let whatIf: WhatIf? = WhatIf("What if they come further apart?", "--arrivals 0,100,200")

  struct Evidence {
    var serial: Recording<[Response]>
    var async: Recording<[Response]>
    /// What has to be added to the serial server's functions, and what removed, to make them the other server's; `nil` where the
    /// source files are not where they were when the lesson was built.
    var handle: (added: [String], removed: [String])?
    var serve: (added: [String], removed: [String])?
  }

  func tell(_ telling: Telling) throws -> Evidence {
    let requests = ThreeRequests.oneByOne
    telling.say(
      "The same three requests once more, but now they arrive one by one. Follow the single thread: whose code is it running "
        + "at each moment?")
    return Evidence(
      serial: try telling.measure(requests) { try SerialServer(site: Site(loop: $0)).serve(requests) },
      async: try telling.show("one-by-one", "One by one, overlapped", requests) {
        try await AsyncServer(site: Site(loop: $0)).serve(requests)
      },
      handle: Self.changes("handle"), serve: Self.changes("serve"))
  }

  /// Reads a function from both servers' files and compares the two, word by word.
  static func changes(_ name: String) -> (added: [String], removed: [String])? {
    let folder = SerialVersusAsync.folder
    guard let serial = SourceFunction(named: name, in: folder.appending(path: "SerialServer.swift")),
      let async = SourceFunction(named: name, in: folder.appending(path: "AsyncServer.swift"))
    else { return nil }
    return serial.changes(to: async)
  }
}

extension Recording<[Response]> {
  /// The pieces of other requests' work that ran on request 1's thread between its beginning and its end.
  var workWithinRequest1: Int {
    let own = lane(1).spans.filter { $0.kind == .work }
    guard let first = own.first, let last = own.last else { return 0 }
    return timeline.spans(.work).count { work in
      work.lane != 0 && work.span.start >= first.end && work.span.end <= last.start
        && work.span.thread == first.thread
    }
  }
}
