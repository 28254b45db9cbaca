import EventLoop
import Measurement
import Platform

/// Writes down what the tasks on a loop do, in the lane of the request that they answer.
struct RecordingObserver: LoopObserver {
  private let recorder: Recorder
  private let laneOfRequest: [String: Int]

  init(_ lanes: [Lane], recorder: Recorder) {
    self.recorder = recorder
    laneOfRequest = Dictionary(lanes.enumerated().map { ($1.label, $0) }) { first, _ in first }
  }

  func began(_ verb: Verb, at instant: Duration) {
    let kind: Span.Kind =
      switch verb {
      case .work: .work
      case .block: .block
      case .sleep: .wait
      }
    guard let lane = currentLane else { return }
    recorder.begin(kind, lane: lane, at: instant, thread: ThreadIdentity.current)
  }

  func ended(_ verb: Verb, at instant: Duration) {
    guard let lane = currentLane else { return }
    recorder.end(lane: lane, at: instant)
  }

  func answered(_ request: String, at instant: Duration) {
    guard let lane = laneOfRequest[request] else { return }
    recorder.depart(lane: lane, at: instant)
  }

  /// What happens outside of any request, such as waiting for one to arrive, has no lane.
  private var currentLane: Int? { EventLoop.request.flatMap { laneOfRequest[$0] } }
}
