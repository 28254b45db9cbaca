import EventLoop
import Measurement

/// Writes down what the tasks on a loop do, in the lane of the request that they belong to.
struct RecordingObserver: LoopObserver {
  let recorder: Recorder

  func began(_ verb: Verb, at instant: Duration) {
    let kind: Span.Kind =
      switch verb {
      case .work: .work
      case .block: .block
      case .sleep: .wait
      }
    recorder.begin(kind, at: instant, thread: ThreadIdentity.current)
  }

  func ended(_ verb: Verb, at instant: Duration) {
    recorder.end(at: instant)
  }
}
