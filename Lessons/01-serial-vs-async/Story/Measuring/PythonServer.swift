import Foundation
import LessonKit
import Measurement
import Processes
import Workload

/// One of the servers in the lesson's folder `Python`, run once on the lecture's three requests.
struct PythonServer: Decodable {
  /// For example `3.12.1`.
  var version: String
  private var responses: Int
  private var events: [Event]

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

  /// Serves the three requests.
  ///
  /// - Parameter name: the server's file without its ending.
  static func serve(
    _ name: String, with interpreter: Interpreter
  ) throws(Interpreter.Unavailable) -> PythonServer {
    let output = try interpreter.run(
      folder.appending(path: "recording.py"), [name], called: "\(name).py")
    guard let served = try? JSONDecoder().decode(PythonServer.self, from: Data(output.utf8)) else {
      throw Interpreter.Unavailable(description: "\(name).py printed something else than a recording")
    }
    return served
  }

  /// What happened, as our own recorder would have written it down.
  var recording: Recording<Int> {
    let requests = ThreeRequests.atOnce
    let recorder = Recorder(lanes: requests.map { Lane($0.label, arrival: $0.arrival) })
    for event in events {
      guard let lane = requests.firstIndex(where: { $0.label == event.request }) else { continue }
      switch (event.name, event.kind) {
      case ("begin", let kind?): recorder.begin(kind, lane: lane, at: event.instant, thread: event.thread)
      case ("depart", _): recorder.depart(lane: lane, at: event.instant)
      default: recorder.end(lane: lane, at: event.instant)
      }
    }
    return Recording(timeline: recorder.timeline(), value: responses)
  }

  private static var folder: URL {
    var folder = URL(filePath: #filePath)
    for _ in 1...3 { folder.deleteLastPathComponent() }
    return folder.appending(path: "Python")
  }
}
