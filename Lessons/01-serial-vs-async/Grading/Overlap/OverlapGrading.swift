import EventLoop
import LessonKit
import Workload

/// Exercise 1.2. How an answer is judged stands in `Diagnosis.swift`.
@main
enum OverlapGrading: Exercise {
  typealias Answer = @Sendable (Request) async throws -> Response
  typealias Function = @Sendable ([Request], EventLoop, @escaping Answer) async throws -> [Response]

  static let name = "overlap"
  static let hints = [
    """
    A loop with `await` in its body starts the second request only when the first is answered. How could you start all of \
    them before you wait for any?
    """,
    """
    `addTask` starts a child task of a task group and doesn't wait for it. The results come out of the group in the order in \
    which the children finish, so let each child say which place its response belongs to.
    """,
    """
    `withThrowingTaskGroup(of: (Int, Response).self)`, then `group.addTask { (place, try await answer(request)) }` for every \
    request, then `for try await (place, response) in group`.
    """,
  ]
  static let success = """
    All the waits overlap, and the answers stay in order, whichever comes first. An array of tasks keeps the order by itself, but \
    where one request throws the others run on unless you cancel them; a task group cancels them, and has to note the place of each \
    answer. Next: what if one call needs what another returns? (two-calls)
    """
  static let learner: Function = { try await overlap($0, on: $1, answer: $2) }
  static let solution: Function = { try await OverlapSolution.overlap($0, on: $1, answer: $2) }
}
