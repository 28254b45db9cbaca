import Console
import Foundation
import Processes

/// The compiler, and the other programs that the workbook makes use of where they are.
enum ProgramFindings {
  /// The Swift toolchain that the lessons are built with.
  static func toolchain() throws(Complaint) -> [Inspection] {
    let purpose = "builds the lessons and your exercises"
    guard let file = Programs.find("swift") else {
      return [
        Inspection(
          "swift", "not on the path", .missing, for: purpose,
          advice:
            "Install Swift 6.2 or later from https://swift.org/install, and see that 'swift --version' answers."
        )
      ]
    }
    let answer = try answer(file, ["--version"])
    let version = ProgramVersion(in: answer)
    guard let version else {
      return [
        Inspection(
          "swift", "\(file) does not tell its version", .missing, for: purpose,
          advice: "Run 'swift --version' and see what it says.")
      ]
    }
    return [
      version < ProgramVersion([6, 2])
        ? Inspection(
          "swift", "\(version), too old", .missing, for: purpose, advice: "Install Swift 6.2 or later.")
        : Inspection("swift", "\(version)", for: purpose)
    ]
  }

  /// What nothing depends on.
  static func optional() throws(Complaint) -> [Inspection] {
    var findings: [Inspection] = []
    for program in programs {
      guard let file = program.names.lazy.compactMap({ Programs.find($0) }).first ?? program.elsewhere()
      else {
        findings.append(
          Inspection(
            program.names[0], "not found", .limited, for: program.purpose,
            advice: "Optional: \(program.installation) if you want that."))
        continue
      }
      let version = ProgramVersion(in: try answer(file, program.question)).map { "\($0)" }
      findings.append(Inspection(program.names[0], version ?? "there, version unknown", for: program.purpose))
    }
    return findings + [library]
  }

  /// PostgreSQL's client library, which is no program.
  private static var library: Inspection {
    let purpose = "asks that database, or one of your own: --database URL"
    if let version = PostgresLibrary.version { return Inspection("libpq", version, for: purpose) }
    if let named = PostgresLibrary.named {
      return Inspection(
        "libpq", "not at \(named)", .limited, for: purpose,
        advice: "Optional: LIBPQ names it; name its file, or unset LIBPQ.")
    }
    let candidate = Candidate(names: ["libpq"], purpose: purpose, packages: ["apt": "libpq5"])
    return Inspection(
      "libpq", "not found", .limited, for: purpose,
      advice: "Optional: \(candidate.installation) if you want that.")
  }

  private struct Candidate {
    var names: [String]
    var question = ["--version"]
    var purpose: String
    /// What brings it, by the program that installs packages; where it is missing here, the package has the program's name.
    var packages: [String: String] = [:]
    /// Where it may be besides the path.
    var elsewhere: () -> String? = { nil }

    /// How to get it on this system.
    var installation: String {
      guard let installer = ["apt", "dnf", "brew"].first(where: { Programs.find($0) != nil }) else {
        return "install \(names.joined(separator: " or "))"
      }
      return "\(installer) install \(packages[installer] ?? names[0])"
    }
  }

  private static var programs: [Candidate] {
    [
      Candidate(
        names: ["python3"], purpose: "runs the same job in the lectures' own language, for comparison"),
      Candidate(names: ["wrk"], question: ["-v"], purpose: "puts load on the servers from outside"),
      Candidate(
        names: ["chromium", "google-chrome", "chromium-browser"], purpose: "shows the book in tests",
        packages: ["brew": "--cask chromium"]),
      Candidate(names: ["git"], purpose: "brings new lessons, and old versions of files"),
      Candidate(
        names: ["node"],
        purpose: "serves the page of lesson 2 and keeps 100,000 requests waiting in lesson 3, beside ours",
        packages: ["apt": "nodejs", "dnf": "nodejs"]),
      Candidate(
        names: ["go"], question: ["version"],
        purpose: "serves the page of lesson 2 and keeps 100,000 requests waiting in lesson 3, beside ours",
        packages: ["apt": "golang-go", "dnf": "golang"]),
      Candidate(
        names: ["postgres"], purpose: "is the real database of 'run 1 --database' and 'run 3 --database'",
        packages: ["apt": "postgresql", "dnf": "postgresql-server", "brew": "postgresql"],
        elsewhere: { PostgresPrograms.folder.map { "\($0)/postgres" } }),
    ]
  }

  private static func answer(_ file: String, _ question: [String]) throws(Complaint) -> String {
    let program = Program(file, question, timeLimit: .seconds(5))
    switch try program.runUnlessInterrupted() {
    case .success(let outcome): return outcome.output + "\n" + outcome.errors
    case .failure(let error): return "\(error)"
    }
  }
}
