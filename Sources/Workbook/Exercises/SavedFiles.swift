import Foundation

/// How the learner's files stand on the disk, to notice a save.
///
/// Asked for again and again: that works on every system, over the network and in containers, where notifications do
/// not. Time of change, size and file number tell a save whether it writes in place or puts a new file there.
struct SavedFiles: Sendable, Hashable {
  private struct Stamp: Sendable, Hashable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int64
    var number: UInt64
  }

  private let stamps: [CatalogueExercise: Stamp]

  /// Looks at the files of some exercises.
  init(_ exercises: [CatalogueExercise], in checkout: Checkout) {
    var stamps: [CatalogueExercise: Stamp] = [:]
    for exercise in exercises {
      var info = stat()
      guard stat(checkout.url(exercise.file).path, &info) == 0 else { continue }
      #if canImport(Darwin)
        let time = info.st_mtimespec
      #else
        let time = info.st_mtim
      #endif
      stamps[exercise] = Stamp(
        seconds: time.tv_sec, nanoseconds: time.tv_nsec, size: Int64(info.st_size),
        number: UInt64(info.st_ino))
    }
    self.stamps = stamps
  }

  /// The exercises whose files have been saved since, in no order.
  ///
  /// A file that is not there or empty is being saved at this moment: it counts when it is there again.
  func saved(since before: SavedFiles) -> [CatalogueExercise] {
    stamps.filter { $0.value.size > 0 && before.stamps[$0.key] != $0.value }.map(\.key)
  }

  /// These files, with those that are not there or empty as they were before.
  func keeping(_ before: SavedFiles) -> SavedFiles {
    SavedFiles(stamps.filter { $0.value.size > 0 }.merging(before.stamps) { now, _ in now })
  }

  private init(_ stamps: [CatalogueExercise: Stamp]) { self.stamps = stamps }
}
