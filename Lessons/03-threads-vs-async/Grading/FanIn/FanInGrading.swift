import EventLoop
import LessonKit

/// Exercise 3.5. How an answer is judged stands in `Diagnosis.swift`.
@main
enum FanInGrading: Exercise {
  typealias Function = @Sendable ([Producer], Int, Consumer, EventLoop) async throws -> Void

  static let name = "fan-in"
  static let hints = [
    """
    All producers run at the same time, each as a child task, and the consumer is one more. An `AsyncStream` can carry the items, \
    but it accepts as many as it is given: the limit has to come from somewhere else.
    """,
    """
    `Slots(capacity, on: loop)`: a producer acquires a slot before its item goes into the stream, and the consumer releases it \
    when the item is out.
    """,
    """
    Await all producers in a group of their own, and finish the stream after that. Then `for await` ends after the last item.
    """,
  ]
  static let success = """
    No item is lost, and no more of them lie about than you have allowed: a producer that is too fast waits. Instead of slots the consumer \
    could ask each producer for the next item when it is ready for one; then nothing lies about at all, and a producer stands still while \
    the consumer works. Next: several steps that must not come apart.
    """
  static let learner: Function = { try await fanIn($0, capacity: $1, to: $2, on: $3) }
  static let solution: Function = { try await FanInSolution.fanIn($0, capacity: $1, to: $2, on: $3) }
}
