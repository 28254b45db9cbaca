import Foundation
import Report

/// Whether a program was built from the sources as they stand.
///
/// Times of change decide, of sources and of folders (where a file came, went or was renamed). The compiler does not
/// link again what comes out the same, and then the program stays older than the sources for ever. A build therefore
/// leaves a stamp beside the program: how new the sources were that it has seen.
struct Freshness {
  /// The program.
  let binary: URL
  private let checkout: Checkout
  private let own: [String]
  private let except: Set<String>

  /// - Parameters:
  ///   - product: the program's name.
  ///   - own: the files and folders that it is built from besides the modules that all programs share, below the root.
  ///   - except: files and folders within these that it is not built from.
  init(
    of product: String, from own: [String], except: Set<String> = [], in checkout: Checkout,
    builtIn folder: BuildFolder
  ) {
    self.checkout = checkout
    self.own = own
    self.except = except
    binary = folder.products.appendingPathComponent(product)
  }

  /// Whether there is a program at all.
  var isBuilt: Bool { access(binary.path, X_OK) == 0 }

  /// Whether there is one, and nothing has changed since.
  var isFresh: Bool { isBuilt && newestSource <= max(ModificationTime.of(binary.path) ?? 0, stamp) }

  /// When the latest change was made to what the program is built from, in nanoseconds since 1970.
  var newestSource: Int64 {
    let folders = SwiftFiles.visible(in: checkout.url("Sources")).filter { !Self.notOfLessons.contains($0) }
    return (["Package.swift"] + own + folders.map { "Sources/\($0)" }).map(newest).max() ?? 0
  }

  /// Remembers that a build has seen sources so new.
  ///
  /// Where it cannot be written, the next start builds again, which is slow and not wrong.
  func setStamp(_ time: Int64) {
    guard time < .max else { return }
    try? Data("\(time)\n".utf8).write(to: stampFile, options: .atomic)
  }

  /// These go into the launcher and the benchmarks alone.
  private static let notOfLessons: Set<String> = ["lessons", "Workbook", "bench"]

  private var stampFile: URL { binary.appendingPathExtension("stamp") }

  private var stamp: Int64 {
    (try? String(contentsOf: stampFile, encoding: .utf8)).flatMap { Int64($0.trimmed) } ?? 0
  }

  /// A file that should be there and is not has been changed at the end of all times: the compiler has to say so.
  private func newest(_ path: String) -> Int64 {
    let full = checkout.url(path).path
    guard let time = ModificationTime.of(full) else { return own.contains(path) ? .max : 0 }
    guard ModificationTime.isFolder(full) else { return time }
    let within = SwiftFiles.visible(in: checkout.url(path)).map { "\(path)/\($0)" }
      .filter { !except.contains($0) }
      .filter { $0.hasSuffix(".swift") || ModificationTime.isFolder(checkout.url($0).path) }
    return within.reduce(time) { max($0, newest($1)) }
  }
}

/// When files were changed last.
private enum ModificationTime {
  /// The time in nanoseconds since 1970, or `nil` where there is no such file.
  static func of(_ path: String) -> Int64? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
