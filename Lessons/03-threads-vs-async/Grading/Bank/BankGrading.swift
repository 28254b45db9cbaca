import LessonKit

/// Exercise 3.6. How an answer is judged stands in `Diagnosis.swift`.
@main
enum BankGrading: Exercise {
  typealias Function = @Sendable (Int, Account, Account) async throws -> Void

  static let name = "bank"
  static let hints = [
    """
    At every `await` other tasks run. A balance that you have read before an `await` may be out of date after it, unless a lock \
    keeps other transfers away.
    """,
    """
    Take both locks before you read. If one transfer goes from account 1 to 2 while another goes from 2 to 1, in which order must \
    both of them lock so that neither waits for the other?
    """,
    "Lock the account with the lower number first, and unlock with `defer`, so that an error unlocks too.",
  ]
  static let success = """
    Everything that depends on a balance happens under the locks, and all transfers take them in the same order, so no two can wait for \
    each other. A single lock for the whole bank is simpler and as safe, and lets unrelated transfers wait for one another. An actor \
    alone would not do: others come in at each of its `await`s. Next: waiting, but not for ever. (deadline)
    """
  static let learner: Function = { try await transfer($0, from: $1, to: $2) }
  static let solution: Function = { try await BankSolution.transfer($0, from: $1, to: $2) }
}
