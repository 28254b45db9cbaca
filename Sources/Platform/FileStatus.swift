import Foundation

/// What the system knows of a file besides its content.
package struct FileStatus: Sendable, Hashable {
  /// When it was changed last, in nanoseconds since 1970. Foundation's `Date` is not that exact.
  package var changed: Int64
  /// Its size in bytes.
  package var size: Int64
  /// The number that tells it from other files; a new file under an old name has a new one.
  package var number: UInt64
  /// Whether it is a folder.
  package var isFolder: Bool

  /// Looks at a file, or at what a link leads to; `nil` where there is none.
  package init?(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    changed = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    size = Int64(info.st_size)
    number = UInt64(info.st_ino)
    isFolder = info.st_mode & S_IFMT == S_IFDIR
  }
}
