import Figures
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

extension Double {
  /// The number for a sentence, for example `2.88 ×`.
  var asFactor: String { NumberText.short(self, unit: "×") }
}
