import Foundation
import Platform
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
  var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: binary.path) }

  /// Whether there is one, and nothing has changed since.
  var isFresh: Bool { isBuilt && newestSource <= max(FileStatus(binary.path)?.changed ?? 0, stamp) }

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
    guard let file = FileStatus(full) else { return own.contains(path) ? .max : 0 }
    guard file.isFolder else { return file.changed }
    let within = SwiftFiles.visible(in: checkout.url(path)).map { "\(path)/\($0)" }
      .filter { !except.contains($0) }
      .filter { $0.hasSuffix(".swift") || FileStatus(checkout.url($0).path)?.isFolder == true }
    return within.reduce(file.changed) { max($0, newest($1)) }
  }
}
