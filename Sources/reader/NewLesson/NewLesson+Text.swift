import Console
import Platform

extension NewLesson {
  /// Makes the lesson, and says what was made and how to go on.
  func show() throws(Complaint) -> ExitStatus {
    let (made, changed) = try make()
    StandardOutput.write(
      made.map { "new      \($0)\n" }.joined() + changed.map { "changed  \($0)\n" }.joined()
        + """

        The lesson builds and its tests pass, with an idea, a claim and an exercise to be replaced by the lecture's own:

          swift run lessons read \(id)
          swift run lessons run \(id)
          swift run lessons check \(exercise)

        """)
    return .done
  }
}
