package import Foundation
package import Report

/// The workbook's own folder, with its lessons, transcripts and sources.
package struct Checkout: Sendable, Hashable {
  /// The folder itself.
  package let root: URL

  /// Takes a folder as the workbook's, without looking.
  package init(root: URL) {
    // One spelling for one folder: URLs of the same folder with and without a slash at the end are not equal.
    self.root = URL(fileURLWithPath: root.standardizedFileURL.path, isDirectory: true)
  }

  /// Finds the workbook around the current folder, or else around the launcher's own place.
  ///
  /// - Parameters:
  ///   - folder: the folder to begin with; it and those above it are looked at.
  ///   - executable: the running program's file; the folders above it are looked at after that.
  /// - Throws: a ``Report/Complaint`` that says where was looked and what to do, if neither is in a workbook.
  package static func find(from folder: URL, executable: URL?) throws(Complaint) -> Checkout {
    for start in [folder, executable?.resolvingSymlinksInPath().deletingLastPathComponent()].compactMap(
      \.self)
    {
      if let checkout = around(start) { return checkout }
    }
    throw .unavailable(
      "this folder is in no checkout of The Async Workbook: \(folder.path)",
      advice: [
        "Go to where you cloned it ('cd async-workbook'), and try again.",
        "A checkout has Package.swift, Lessons and transcripts in it.",
      ])
  }

  /// The workbook that a folder is in, or `nil`.
  static func around(_ start: URL) -> Checkout? {
    var folder = start.standardizedFileURL
    while true {
      let checkout = Checkout(root: folder)
      if checkout.isComplete { return checkout }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path.count >= folder.path.count { return nil }
      folder = parent
    }
  }

  /// The file or folder at a path below the root, for example `Lessons/01-serial-vs-async`.
  package func url(_ path: String) -> URL {
    root.appendingPathComponent(path)
  }

  /// Whether files may be made in the folder.
  package var isWritable: Bool { FileManager.default.isWritableFile(atPath: root.path) }

  private var isComplete: Bool {
    ["Package.swift", "Lessons", "transcripts"].allSatisfy {
      FileManager.default.fileExists(atPath: url($0).path)
    }
  }
}
