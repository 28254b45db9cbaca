import EventLoop
import Foundation
import LessonKit
import Measurement
import Workload

/// The first moments of the picture again, slowly: what the thread does, and when.
enum ZoomIn {
  static func tell(_ story: Story) throws {
    try story.part("zoom-in", "Zooming in: who has the thread?") { part in
      let requests = Scenario.threeRequestsOneByOne
      part.say("The same three requests, but now they arrive one by one.")
      let serial = try part.measure(lanes: requests.lanes) { stage in
        try SerialServer(site: Site(loop: stage.loop)).serve(requests, on: stage)
      }
      let async = try part.show("one-by-one", "One by one, overlapped", lanes: requests.lanes) { stage in
        try await AsyncServer(site: Site(loop: stage.loop)).serve(requests, on: stage)
      }
      part.claimSameOperation(serial.value, async.value)
      part.claimSameCode()
      part.claimThreadIsFreed(async)
      part.claimOrderOfEvents(async)
    }
  }
}

extension Part {
  // [01:15] [01:19] Nothing is left out, and nothing is made up.
  fileprivate func claimSameOperation(_ serial: [Response], _ async: [Response]) {
    let different = zip(serial, async).count { $0 != $1 } + abs(serial.count - async.count)
    claim(
      "same-operation", at: "01:15", "It is exactly the same operation.", measured: Double(different),
      unit: "different responses", bound: .exactly(0),
      provided: [Condition("all three requests are answered", serial.count == 3)],
      because: "both servers give equal responses to equal requests")
  }

  // [01:21] [01:24] The two handlers are read from their files and compared, word by word.
  fileprivate func claimSameCode() {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let statement = "The code changes ever so slightly: in how the database is called."
    guard
      let serial = SourceFunction(named: "handle", in: folder.appending(path: "SerialServer.swift")),
      let async = SourceFunction(named: "handle", in: folder.appending(path: "AsyncServer.swift"))
    else {
      return cannotMeasure(
        "only-keywords-change", at: "01:21", statement,
        because: "the two servers' source files are not where they were when the lesson was built")
    }
    let (added, removed) = serial.changes(to: async)
    let others = removed + added.filter { $0 != "async" && $0 != "await" }
    claim(
      "only-keywords-change", at: "01:21", statement, measured: Double(others.count), unit: "other changes",
      bound: .exactly(0), provided: [Condition("both calls are awaited", added.count { $0 == "await" } == 2)],
      because: "from the one source file to the other, only this is added: \(added.joined(separator: ", "))")
  }

  // [01:27] [01:31] Between the two halves of request 1, its thread served others.
  fileprivate func claimThreadIsFreed(_ async: Recording<[Response]>) {
    let halves = async.lane(1).spans.filter { $0.kind == .work }
    guard let begins = halves.first, let ends = halves.last else { return }
    let served = async.timeline.spans(.work).filter { work in
      work.lane != 0 && work.span.start >= begins.end && work.span.end <= ends.start
        && work.span.thread == begins.thread
    }
    claim(
      "thread-is-freed", at: "01:27", "The thread of execution is freed while a request waits.",
      measured: Double(served.count), unit: "pieces of work", bound: .atLeast(3),
      provided: [Condition("request 1 goes on where it began", begins.thread == ends.thread)],
      because: "so much of requests 2 and 3 was done on request 1's thread between its beginning and its end")
  }

  // [01:39] [01:42] [01:45] [01:50] Who is picked up when.
  fileprivate func claimOrderOfEvents(_ async: Recording<[Response]>) {
    let pickUps = async.timeline.lanes.map { lane in
      (lane.spans.first { $0.kind == .work }?.start ?? async.timeline.end) - lane.arrival
    }
    func waits(_ number: Int, at instant: Duration) -> Bool {
      async.lane(number).spans.contains { $0.kind == .wait && $0.start <= instant && instant < $0.end }
    }
    let second = async.lane(2).arrival
    let third = async.lane(3).arrival
    claim(
      "picked-up-at-once", at: "01:39",
      "Request 2 comes in during the first database call of request 1 and is picked up at once; when its code is done it "
        + "waits too, and 3 is picked up.",
      measured: max(pickUps[1], pickUps[2]).inMilliseconds, unit: "ms",
      bound: exactly(0, inRealTime: .from(0, to: 5)),
      provided: [
        Condition("request 1 waits when 2 comes in", waits(1, at: second)),
        Condition("both of them wait when 3 comes in", waits(1, at: third) && waits(2, at: third)),
      ],
      because: "the longest that requests 2 and 3 were there before their code ran")
  }
}
