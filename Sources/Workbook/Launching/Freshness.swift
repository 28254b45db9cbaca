import Console
package import Foundation
import Platform

/// Whether a program was built from the sources as they stand.
///
/// A build leaves a stamp beside the program: a digest of how each of its sources stands on the disk, and of folders too (where a
/// file came, went or was renamed). Any other time, later or earlier, is a change: clocks jump, and copies bring old times
/// along. Without a stamp the program has to be newer than all of its sources.
package struct Freshness {
  /// The program.
  package let binary: URL
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
  package var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: binary.path) }

  /// Whether there is one, and nothing has changed since.
  package var isFresh: Bool {
    guard isBuilt else { return false }
    let sources = self.sources
    if let stamp = try? String(contentsOf: stampFile, encoding: .utf8) {
      return stamp.trimmed == sources.digest
    }
    return sources.newest <= FileStatus(binary.path)?.changed ?? 0
  }

  /// How the sources of a program stand.
  struct Sources: Sendable, Hashable {
    /// When the latest change was made, in nanoseconds since 1970.
    var newest: Int64
    /// Says of all of them when they were changed, how long they are, and which file on the disk they are.
    var digest: String
  }

  /// What the program is built from, as it stands.
  var sources: Sources {
    let folders = SwiftFiles.visible(in: checkout.url("Sources")).filter {
      !CommandProgram.foldersOfTheirOwn.contains($0)
    }
    var files: [String: FileStatus?] = [:]
    for path in ["Package.swift"] + own + folders.map({ "Sources/\($0)" }) { collect(path, &files) }
    let list = files.map { path, file in
      "\(path) \(file?.changed ?? 0) \(file?.size ?? 0) \(file?.number ?? 0)"
    }
    return Sources(
      // A file that should be there and is not was changed at the end of all times: the compiler has to say so.
      newest: files.values.map { $0?.changed ?? .max }.max() ?? 0,
      digest: ContentDigest.of(Data(list.sorted().joined(separator: "\n").utf8)))
  }

  /// Remembers that a build has seen these sources.
  ///
  /// Where it cannot be written, the next start may build again, which is slow and not wrong.
  func setStamp(_ sources: Sources) {
    try? Data("\(sources.digest)\n".utf8).write(to: stampFile, options: .atomic)
  }

  private var stampFile: URL { binary.appendingPathExtension("stamp") }

  private func collect(_ path: String, _ files: inout [String: FileStatus?]) {
    let file = FileStatus(checkout.url(path).path)
    files[path] = .some(file)
    guard file?.isFolder == true else { return }
    for name in SwiftFiles.visible(in: checkout.url(path)) where !except.contains("\(path)/\(name)") {
      let within = "\(path)/\(name)"
      if name.hasSuffix(".swift") || FileStatus(checkout.url(within).path)?.isFolder == true {
        collect(within, &files)
      }
    }
  }
}
