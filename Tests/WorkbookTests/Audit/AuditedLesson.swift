import Foundation
import LessonKit
import Report
import TestSupport
import Workbook
import XCTest

/// A lesson's folder and executable, and what the executable says of its exercises.
struct AuditedLesson {
  let entry: SyllabusEntry
  let folder: URL
  let executable: URL
  let exercises: [ExerciseRecord]

  init(_ entry: SyllabusEntry) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    self.entry = entry
    folder = root.appending(path: "Lessons/\(entry.folder)")
    executable = URL(fileURLWithPath: try Executable(entry.id).path)
    let listed = try Executable(entry.id).run("--exercises")
    exercises = try JSONDecoder().decode([ExerciseRecord].self, from: Data(listed.output.utf8))
  }

  func file(_ path: String) -> URL { folder.appending(path: path) }

  func text(_ path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }

  func names(in subfolder: String) -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: file(subfolder).path)) ?? [])
  }

  func grade(_ exercise: ExerciseRecord, _ candidate: String) throws -> Grade {
    try GradingProcess(
      executable: executable, exercise: exercise.name, candidate: candidate, timeLimit: .seconds(60)
    ).run()
  }

  func isAsCloned(_ exercise: ExerciseRecord) throws -> Bool {
    try text("Exercises/\(exercise.file)") == text("Stubs/\(exercise.baseName).stub")
  }
}

extension ExerciseRecord {
  /// The name of the learner's file without its ending; the exercise's other files are named after it.
  var baseName: String { String(file.dropLast(".swift".count)) }
}
