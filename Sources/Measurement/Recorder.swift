public import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Collects what requests do, while they do it, into a timeline.
///
/// A request enters its lane with ``serve(lane:arrival:clock:_:)``; whatever is recorded inside, in the same task or in a child
/// task, belongs to that lane. Safe to use from any number of threads; a picture can be taken while requests
/// are still running.
public final class Recorder: Sendable {
  @TaskLocal private static var currentLane: Int?

  private struct OpenSpan {
    var kind: Span.Kind
    var start: Duration
    var thread: UInt64
  }

  private struct State {
    var lanes: [Lane] = []
    var open: [Int: OpenSpan] = [:]
  }

  private let state: Mutex<State>

  /// Creates a recorder whose lanes all stand from the beginning, so that a live picture has its rows.
  public init(lanes labels: [String] = []) {
    state = Mutex(State(lanes: labels.map { Lane($0) }))
  }
}
