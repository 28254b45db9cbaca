import LessonKit

/// Exercise 3.3. How an answer is judged stands in `Diagnosis.swift`.
@main
enum TurnGrading: Exercise {
  typealias Function = @Sendable (_ queues: inout Queues, _ now: Int) throws -> Step

  static let name = "turn"
  static let hints = [
    "What has to be done before you can say which task is next, in every turn?",
    """
    First wake all sleepers whose time has come: they leave `sleepers` and go to the end of `ready`, by their times. Only then look whether \
    anything is ready.
    """,
    """
    `sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }` are those who wake, in the right order (Swift's `sorted` leaves equal \
    ones as they were). Without anyone ready, the earliest `until` less `now` is the wait.
    """,
  ]
  static let success = """
    This is all that an event loop decides; the workbook's own does it in `next` of `Sources/EventLoop/Scheduling/Schedule.swift`. There the \
    sleepers are in a heap: the earliest of a million is found at once, and a new one finds its place in some twenty steps, where \
    your search looks at all of them in every turn. A real loop also asks the system whether a socket is ready. Next: what if a task doesn't \
    give the thread back? (share-the-thread)
    """
  static let learner: Function = { try next(&$0, now: $1) }
  static let solution: Function = { TurnSolution.next(&$0, now: $1) }
}
