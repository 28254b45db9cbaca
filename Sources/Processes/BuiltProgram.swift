import Foundation

/// Where a program of this package was built.
package enum BuiltProgram {
  /// Finds a program beside the one that runs, or beside the tests that run; it may be the one that runs.
  ///
  /// - Parameter name: the name of the product, for example `core-usage`.
  /// - Returns: its file, or `nil` if it is not there.
  package static func path(_ name: String) -> String? {
    let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return [own, Bundle(for: Marker.self).bundleURL]
      .map { $0.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: name).path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private final class Marker {}
}
