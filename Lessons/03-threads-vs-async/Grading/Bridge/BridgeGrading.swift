import LessonKit

/// Exercise 3.8. How an answer is judged stands in `Diagnosis.swift`.
@main
enum BridgeGrading: Exercise {
  typealias Function = @Sendable (OldService) async throws -> String

  static let name = "bridge"
  static let hints = [
    """
    Suspend with `service.withContinuation`, start the call inside it, and resume in the callback, also when it brings an error.
    """,
    "The callback may come twice. Remember under a lock (a `Mutex`) whether you have resumed already.",
    """
    Put `withTaskCancellationHandler { … } onCancel: { … }` around it all. Keep the call that `start` returns where the handler \
    can find it, and remember that the cancellation may come before the call is there.
    """,
  ]
  static let success = """
    The continuation is resumed exactly once, whatever the service does, and a cancellation ends the call. An `AsyncStream` with room for \
    one answer would do for a service that calls back twice; it is more than a single answer needs. A call that can't be cancelled could only \
    be left behind, and its answer ignored.
    """
  static let learner: Function = { try await bridge($0) }
  static let solution: Function = { try await BridgeSolution.bridge($0) }
}
