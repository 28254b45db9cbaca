package import Foundation

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
  /// - Throws: a ``Console/Complaint`` that says where was looked and what to do, if neither is in a workbook, or if the nearest is
  ///   not whole: what was meant is that one, and not another.
  package static func find(from folder: URL, executable: URL?) throws(Complaint) -> Checkout {
    for start in [folder, executable?.resolvingSymlinksInPath().deletingLastPathComponent()].compactMap(
      \.self)
    {
      if let checkout = above(start).first(where: { $0.isComplete || $0.isDamaged }) {
        guard checkout.isDamaged else { return checkout }
        throw checkout.complaintOfDamage
      }
    }
    throw .unavailable(
      "this folder is in no checkout of The Async Workbook: \(folder.path)",
      advice: [
        "Go to where you cloned it ('cd async-workbook'), and try again.",
        "A checkout has Package.swift, Lessons and transcripts in it.",
      ])
  }

  /// The workbook that a folder is in, or `nil`.
  package static func around(_ start: URL) -> Checkout? { above(start).first(where: \.isComplete) }

  /// A folder and those above it, as if each were a workbook's.
  private static func above(_ start: URL) -> [Checkout] {
    var folders = [start.standardizedFileURL]
    while true {
      let parent = folders.last!.deletingLastPathComponent().standardizedFileURL
      if parent.path.count >= folders.last!.path.count { return folders.map(Checkout.init) }
      folders.append(parent)
    }
  }

  /// The file or folder at a path below the root, for example `Lessons/01-serial-vs-async`.
  package func url(_ path: String) -> URL {
    root.appendingPathComponent(path)
  }

  /// Whether files may be made in the folder.
  package var isWritable: Bool { FileManager.default.isWritableFile(atPath: root.path) }

  private var missing: [String] {
    ["Package.swift", "Lessons", "transcripts"].filter { !has($0) }
  }

  private var isComplete: Bool { missing.isEmpty }

  /// Whether it is a workbook's folder all the same, by what no other package has.
  private var isDamaged: Bool {
    missing.count == 1 && (has("Sources/Workbook") || has("Lessons/01-serial-vs-async"))
  }

  private func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

  private var complaintOfDamage: Complaint {
    .unavailable(
      "\(missing[0]) is gone from the workbook in \(root.path)",
      advice: ["'git -C \(root.path) checkout -- \(missing[0])' brings it back."])
  }
}
