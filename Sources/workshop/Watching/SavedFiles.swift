import Console
import FoundationEssentials
import Platform
import Workbook

/// How the learner's files stand on the disk, to notice a save.
///
/// Asked for again and again: that works on every system, over the network and in containers, where notifications do
/// not. Time of change, size and file number tell a save whether it writes in place or puts a new file there.
struct SavedFiles: Sendable, Hashable {
  private let files: [CatalogueExercise: FileStatus]

  /// Looks at the files of some exercises.
  init(_ exercises: [CatalogueExercise], in checkout: Checkout) {
    var files: [CatalogueExercise: FileStatus] = [:]
    for exercise in exercises { files[exercise] = FileStatus(checkout.url(exercise.file).path) }
    self.files = files
  }

  /// Whether the file of an exercise is there.
  func has(_ exercise: CatalogueExercise) -> Bool { files[exercise] != nil }

  /// The exercises whose files have been saved since, in no order.
  ///
  /// A file that is not there or empty is being saved at this moment: it counts when it is there again.
  func saved(since before: SavedFiles) -> [CatalogueExercise] {
    files.filter { $0.value.size > 0 && before.files[$0.key] != $0.value }.map(\.key)
  }

  /// These files, with those that are not there or empty as they were before.
  func keeping(_ before: SavedFiles) -> SavedFiles {
    SavedFiles(files.filter { $0.value.size > 0 }.merging(before.files) { now, _ in now })
  }

  private init(_ files: [CatalogueExercise: FileStatus]) { self.files = files }
}
