package import Console
import Foundation

/// An exercise as it lies in a checkout: what is known of it before anything is built.
package struct CatalogueExercise: Sendable, Hashable {
  /// The lesson that it belongs to.
  package let lesson: SyllabusEntry
  /// Its name within the lesson, for example `two-calls`.
  package let name: String
  /// Its place within the lesson, from 1.
  package let position: Int
  /// What is asked for, in a sentence.
  package let question: String
  /// The learner's file below the root, for example `Lessons/01-serial-vs-async/Exercises/TwoCalls.swift`.
  package let file: String

  /// The name that no other exercise of the workbook has, for example `serial-vs-async/two-calls`.
  package var address: String { "\(lesson.id)/\(name)" }

  /// The number that its head gives it, for example `1.2`.
  package var number: String { "\(lesson.number).\(position)" }

  /// The folder with what judges it, below the root.
  package var grading: String { "Lessons/\(lesson.folder)/Grading/\(base)" }

  /// The file that `reset` puts back, below the root.
  package var stub: String { "\(grading)/\(base).stub" }

  /// The file with a right answer, below the root.
  package var solution: String { "\(grading)/Solution.swift" }

  /// The name that its learner's file, its kit and its grading begin with, for example `TwoCalls`.
  package var base: String { String(file.split(separator: "/").last?.dropLast(".swift".count) ?? "") }

  private var kitFolder: String { "Lessons/\(lesson.folder)/Exercises/Kit" }

  /// Whether a file, below the root, belongs to this exercise alone.
  package func owns(_ path: String) -> Bool {
    path == file || path.hasPrefix(grading + "/") || path.hasPrefix("\(kitFolder)/\(base)+")
  }

  /// The building of the program that judges it.
  package func build(in checkout: Checkout, _ folder: BuildFolder) -> ProductBuild {
    let kit = SwiftFiles.names(in: checkout.url(kitFolder)).map { "\(kitFolder)/\($0)" }.filter(owns)
    let product = "exercise-\(name)"
    let freshness = Freshness(of: product, from: [file, grading] + kit, in: checkout, builtIn: folder)
    var build = ProductBuild(product, freshness, in: checkout, builtIn: folder)
    build.module = "\(base)Exercise"
    return build
  }

  /// Whether the learner's file stands as it was cloned: then there is nothing to judge.
  ///
  /// Version control may give both other line ends than they have elsewhere, and an editor one of them.
  package func isUntouched(in checkout: Checkout) -> Bool {
    func content(_ path: String) -> Data? {
      (try? Data(contentsOf: checkout.url(path)))?.filter { $0 != UInt8(ascii: "\r") }
    }
    guard let own = content(file) else { return false }
    return own == content(stub)
  }

  /// The exercises of a lesson, in the order in which their heads number them.
  ///
  /// The stubs are read and not the learner's files, which may be gone, renamed or rewritten.
  package static func all(of lesson: CatalogueLesson, in checkout: Checkout) -> [CatalogueExercise] {
    let grading = lesson.folder + "/Grading"
    let found = SwiftFiles.visible(in: checkout.url(grading)).compactMap { base in
      (try? String(contentsOf: checkout.url("\(grading)/\(base)/\(base).stub"), encoding: .utf8))
        .flatMap(ExerciseHead.init)
        .map { head in
          CatalogueExercise(
            lesson: lesson.entry, name: head.name, position: head.position, question: head.question,
            file: "\(lesson.folder)/Exercises/\(base).swift")
        }
    }
    return found.sorted { ($0.position, $0.name) < ($1.position, $1.name) }
  }
}

extension Catalogue {
  /// All exercises of the workbook, in order.
  package var exercises: [CatalogueExercise] {
    lessons.flatMap { CatalogueExercise.all(of: $0, in: checkout) }
  }
}
