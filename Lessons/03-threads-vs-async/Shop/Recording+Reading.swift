import Figures
import LessonKit
import Measurement
import Workload

extension Request {
  /// The request's row in a picture, before anything has happened.
  var lane: Lane { Lane(label, arrival: arrival) }
}

extension [Request] {
  /// The requests' rows in a picture, before anything has happened.
  var lanes: [Lane] { map(\.lane) }
}

extension Recording {
  /// The threads that something ran on.
  var threads: Set<UInt64> {
    Set(timeline.lanes.flatMap(\.spans).filter { $0.kind != .queue }.map(\.thread))
  }
}

extension Duration {
  /// The duration for a sentence, for example `205 ms`.
  var inWholeMilliseconds: String { "\(Int(inMilliseconds.rounded())) ms" }
}

extension Double {
  /// The number for a sentence, for example `2.88 ×`.
  var asFactor: String { NumberText.short(self, unit: "×") }
}
