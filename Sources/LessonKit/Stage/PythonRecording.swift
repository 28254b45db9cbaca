import Foundation
import Measurement
package import Processes
package import Workload

/// A server in Python, of a lesson's folder `Python`, run once on the lecture's requests.
package struct PythonRecording {
  /// For example `3.12.1`.
  package let version: String
  /// Whether this Python has its global interpreter lock; a free-threaded build has none.
  package let hasLock: Bool
  /// What happened, as our own recorder would have written it down; and how many responses there were.
  package let recording: Recording<Int>

  /// Serves the requests.
  ///
  /// - Parameters:
  ///   - server: the module's name, which is its file without its ending.
  ///   - lesson: whose folder it is in.
  ///   - requests: the same ones as the server has, in their order.
  package init(
    _ server: String, in lesson: any Lesson.Type, of requests: [Request], with interpreter: Interpreter
  ) throws(Interpreter.Unavailable) {
    let folder = lesson.folder.appending(path: "Python")
    let output = try interpreter.run(Self.program, [folder.path, server], called: "\(server).py")
    guard let printed = try? JSONDecoder().decode(Printed.self, from: Data(output.utf8)) else {
      throw Interpreter.Unavailable(description: "\(server).py printed something else than a recording")
    }
    (version, hasLock) = (printed.version, printed.lock)
    let recorder = Recorder(lanes: requests.map { Lane($0.label, arrival: $0.arrival) })
    for event in printed.events {
      guard let lane = requests.firstIndex(where: { $0.label == event.request }) else { continue }
      switch (event.name, event.kind) {
      case ("begin", let kind?): recorder.begin(kind, lane: lane, at: event.instant, thread: event.thread)
      case ("depart", _): recorder.depart(lane: lane, at: event.instant)
      default: recorder.end(lane: lane, at: event.instant)
      }
    }
    recording = Recording(timeline: recorder.timeline(), value: printed.responses)
  }

  private struct Printed: Decodable {
    var version: String
    var lock: Bool
    var responses: Int
    var events: [Event]
  }

  /// What one of the verbs did, or that a response left.
  private struct Event: Decodable {
    var name: String
    var kind: Span.Kind?
    var request: String
    var instant: Duration
    var thread: UInt64

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      name = try values.decode(String.self)
      kind = Span.Kind(rawValue: try values.decode(String.self))
      request = try values.decode(String.self)
      instant = .seconds(try values.decode(Double.self))
      thread = try values.decode(UInt64.self)
    }
  }

  private static let program = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Python/recording.py")
}
