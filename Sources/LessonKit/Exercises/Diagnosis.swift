/// A diagnosis: a chain of questions in a teacher's order, asked of what was observed of a candidate.
///
/// The first question whose answer is no decides. What else was observed decides which misconception it is: a name is given
/// only if its own observation was made. Where none was, the exact difference is told. No question looks at source text.
///
///     Diagnosis<Observed>([
///       .init("Were all requests begun together?", { $0.areBegunTogether }, names: [
///         .init("awaits-in-the-loop", if: { $0.isOneAfterTheOther }) { $0.took },
///       ], otherwise: { "Request \($0.late + 1) began at \($0.start), and could have begun at 0." }),
///     ])
package struct Diagnosis<Observed>: Sendable {
  /// A misconception by which a question may be answered with no.
  package struct Name: Sendable {
    let mistake: String
    let wasSeen: @Sendable (Observed) -> Bool
    let detail: @Sendable (Observed) -> String

    /// - Parameters:
    ///   - mistake: the name of a mistake of the exercise.
    ///   - wasSeen: the observation that tells it from all others.
    ///   - detail: what was seen, in sentences with figures of this run; empty for none.
    package init(
      _ mistake: String, if wasSeen: @escaping @Sendable (Observed) -> Bool,
      _ detail: @escaping @Sendable (Observed) -> String = { _ in "" }
    ) {
      self.mistake = mistake
      self.wasSeen = wasSeen
      self.detail = detail
    }
  }

  /// What a teacher would ask about an answer.
  package struct Question: Sendable {
    let text: String
    let isSo: @Sendable (Observed) -> Bool
    let names: [Name]
    let difference: @Sendable (Observed) -> String
    let remark: (@Sendable (Observed) -> String)?

    /// - Parameters:
    ///   - text: the question, which a right answer answers with yes.
    ///   - isSo: whether that was observed.
    ///   - names: the misconceptions, in the order in which they are looked for.
    ///   - difference: what was expected and what was seen, where none of them fits: exact, so that a learner can repeat it.
    ///   - remark: how this is mentioned where an earlier question has decided already; `nil` or empty if it says nothing by
    ///     itself then, because it only follows from the other fault.
    package init(
      _ text: String, _ isSo: @escaping @Sendable (Observed) -> Bool, names: [Name] = [],
      otherwise difference: @escaping @Sendable (Observed) -> String,
      alsoSeen remark: (@Sendable (Observed) -> String)? = nil
    ) {
      self.text = text
      self.isSo = isSo
      self.names = names
      self.difference = difference
      self.remark = remark
    }
  }

  private let questions: [Question]

  package init(_ questions: [Question]) {
    self.questions = questions
  }

  /// What is wrong, with a second fault that was seen besides; `nil` if every question is answered with yes.
  package func outcome(of observed: Observed) -> Finding.Outcome? {
    guard let first = questions.firstIndex(where: { !$0.isSo(observed) }) else { return nil }
    let second = questions[(first + 1)...].lazy
      .filter { $0.remark != nil && !$0.isSo(observed) }.compactMap { $0.remark?(observed) }.first {
        !$0.isEmpty
      }
    let name = questions[first].names.first { $0.wasSeen(observed) }
    let outcome =
      name.map { Finding.Outcome.mistake($0.mistake, detail: $0.detail(observed)) }
      ?? .different(questions[first].difference(observed))
    return outcome.mentioning(second)
  }
}
