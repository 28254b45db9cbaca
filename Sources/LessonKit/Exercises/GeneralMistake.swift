/// What can go wrong in any exercise: an exercise may find it by its name as one of its own mistakes, and its `says` there has
/// precedence.
package enum GeneralMistake: String, Sendable, CaseIterable {
  /// Tasks or sleeps outside the event loop.
  case leavesTheLoop = "leaves-the-loop"
  /// It asks again and again whether something has happened.
  case polls
  /// It holds the event loop's thread while it waits.
  case keepsTheThread = "keeps-the-thread"
  /// It resumes a continuation that has been resumed.
  case resumedTwice = "resumed-twice"
  /// Nothing can ever go on.
  case neverReturns = "never-returns"
  /// It gives one answer to different questions.
  case alwaysTheSame = "always-the-same"
  /// All its answers are the right ones times the same number.
  case offByAFactor = "off-by-a-factor"
  /// All its answers are more, or less, than the right ones by the same number.
  case offByAConstant = "off-by-a-constant"
  /// It rounds what is not to be rounded, and is right but for that.
  case roundsTheAnswer = "rounds-the-answer"
  /// Wherever it is wrong, its answer is not a number, or endless.
  case dividesByZero = "divides-by-zero"
  /// Its lists are too short, and right but for that.
  case leavesSomeOut = "leaves-some-out"
  /// Its lists are too long: the right answers are among others.
  case addsSome = "adds-some"
  /// Nearly all its answers are right.
  case missesASpecialCase = "misses-a-special-case"
  /// It throws where there is an answer.
  case givesUp = "gives-up"

  /// What the learner is told: what the code does, why that is not what was asked for, and what to do instead.
  package var says: String {
    switch self {
    case .leavesTheLoop:
      """
      Part of your code runs outside the event loop. `Task { }` and `Task.detached` start tasks elsewhere, and `Task.sleep` \
      waits on another clock. Use `async let`, a task group, or `Task(executorPreference: loop)`, and `loop.sleep(for:)`.
      """
    case .polls:
      """
      You ask again and again whether something has happened, instead of being told. `Task.yield()` in a loop keeps the core busy, \
      and virtual time moves on only when everything waits. Await the task itself, a continuation or a stream.
      """
    case .keepsTheThread:
      """
      You hold the event loop's thread while you wait: a semaphore, a lock, a condition or `Thread.sleep` does that. Nothing else \
      on the loop can run meanwhile, not even the task that you wait for. Wait with `await`, which gives the thread back.
      """
    case .resumedTwice:
      """
      You resumed a continuation twice. A continuation stands for one return, so it must be resumed exactly once. Let one place \
      decide, for example by taking the continuation out of where it is kept under a lock.
      """
    case .neverReturns:
      "Your code never returns: everything waits, and nothing is left that could go on."
    case .alwaysTheSame:
      """
      You return the same for every question, so what you were given makes no difference to your answer. Work the answer out from the \
      parameters.
      """
    case .offByAFactor:
      """
      All your answers are off by the same factor. Is there a unit that does not fit, milliseconds for seconds or percent for a share, or a \
      number in your formula that belongs to nothing in the question?
      """
    case .offByAConstant:
      """
      All your answers are off by the same number. Do you begin to count at 1 instead of 0, or count something that is there already?
      """
    case .roundsTheAnswer:
      """
      You round the answer, and but for that it is right. Neither whole numbers nor a few decimals were asked for: return what you have \
      calculated. Dividing one whole number by another rounds, too: calculate with `Double`.
      """
    case .dividesByZero:
      """
      Wherever your answer is wrong it is not a number, or an endless one, as after a division by 0. Did you mean it? There is an answer in \
      this case, too. If not, which of the values that you divide by can be 0? Treat that case by itself, or find a formula that does not divide.
      """
    case .leavesSomeOut:
      """
      Your list is too short. What is in it is right, and something is missing: go through all that you were given, to the end.
      """
    case .addsSome:
      """
      Your list is too long. All that should be in it is there, and more that nothing in the question stands for.
      """
    case .missesASpecialCase:
      """
      Nearly all your answers are right, so the idea is. Follow your code through the case in which they are not.
      """
    case .givesUp:
      """
      You throw an error, although there is nothing wrong with the question. `throws` in the head is there for `ToDo()` alone: return an \
      answer to every question.
      """
    }
  }
}

extension Finding.Outcome {
  /// A mistake that any exercise can have, with figures of this run.
  package static func general(_ mistake: GeneralMistake, _ detail: String = "") -> Finding.Outcome {
    .mistake(mistake.rawValue, detail: detail)
  }
}
