import Console

/// What has to happen before a program of the workbook can run.
enum LaunchPlan: Sendable, Hashable {
  /// The program is there. If it is old and cannot be built, the reader is warned.
  case run(warning: String?)
  /// It has to be built first.
  case build

  /// What is known about a program and the means to build it.
  struct Situation: Sendable, Hashable {
    /// The program's name, a lesson's id for example.
    var program: String
    /// Whether the program is there.
    var isBuilt: Bool
    /// Whether nothing has changed since it was built.
    var isFresh: Bool
    /// Whether the package manager is on the path.
    var hasSwift: Bool
    /// Whether the build folder can be written.
    var canWrite: Bool
    /// The build folder, where that alone cannot be written: another user has built there.
    var foreignFolder: String?
  }

  /// Decides.
  ///
  /// - Throws: a ``Console/Complaint`` where there is no program and no way to build one.
  init(_ situation: Situation) throws(Complaint) {
    let readOnly = situation.foreignFolder.map { "you may not write \($0)" } ?? "the checkout is read-only"
    let obstacle = !situation.hasSwift ? "there is no 'swift' on the path" : readOnly
    switch (situation.isFresh, situation.hasSwift && situation.canWrite) {
    case (true, _): self = .run(warning: nil)
    case (false, true): self = .build
    case (false, false) where situation.isBuilt:
      self = .run(
        warning: "\(obstacle); what runs is \(situation.program) as it was built before the latest changes")
    default:
      throw .unavailable(
        "\(situation.program) has to be built, and \(obstacle)",
        advice: situation.hasSwift
          ? [
            situation.foreignFolder.map { "'sudo chown -R \"$(id -un)\" \($0)' makes it yours." }
              ?? "Copy the checkout to where you may write, and run it there."
          ]
          : [
            "Install Swift 6.2 or later from https://swift.org/install, and see that 'swift --version' answers.",
            "'lessons doctor' tells what else is missing.",
          ])
    }
  }
}
