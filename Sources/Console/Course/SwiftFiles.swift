package import Foundation

/// What stands in a folder.
package enum SwiftFiles {
  /// The names of its Swift files in order; none where there is no such folder.
  package static func names(in folder: URL) -> [String] {
    visible(in: folder).filter { $0.hasSuffix(".swift") }.sorted()
  }

  /// The paths of its Swift files and of those in folders within, in no order; none where there is no such folder.
  package static func namesWithin(_ folder: URL) -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).filter { path in
      path.hasSuffix(".swift") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
  }

  /// The names of all that is there, in no order. Hidden files, such as an editor's, do not count.
  package static func visible(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }
  }
}
