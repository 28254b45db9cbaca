package import Console
import Foundation
import Platform

/// The file that progress is kept in: `.lessons/progress.json`.
///
/// It is written whole to a temporary file that then takes its name, under a lock, so that a launcher in another window
/// loses nothing. Whatever goes wrong with it is told once and stops nothing.
package final class ProgressStore {
  private let folder: URL
  private let warn: (String) -> Void
  private var hasWarned = false

  /// Names the store of a checkout.
  ///
  /// - Parameters:
  ///   - checkout: whose progress it is.
  ///   - warn: is given what the reader should know, in a sentence.
  package init(_ checkout: Checkout, warn: @escaping (String) -> Void = ProgressStore.writeWarning) {
    folder = checkout.url(".lessons")
    self.warn = warn
  }

  /// Writes a warning to standard error.
  package static func writeWarning(_ text: String) { StandardOutput.writeError("lessons: \(text)\n") }

  private var file: URL { folder.appendingPathComponent("progress.json") }

  /// What is remembered. A file that cannot be read is kept aside, and nothing is remembered then.
  package func read() -> Progress { readWhatMayBeReplaced() ?? Progress() }

  /// Changes what is remembered.
  package func update(_ change: (inout Progress) -> Void) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let lock = try FileLock(folder.appendingPathComponent("lock").path, waitingAtMost: .seconds(1))
      defer { withExtendedLifetime(lock) {} }
      guard let before = readWhatMayBeReplaced() else { return }
      var progress = before
      change(&progress)
      guard progress != before else { return }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try encoder.encode(progress).write(to: file, options: .atomic)
    } catch FileLock.Failure.held(let holder) {
      warnOnce(
        "progress was not kept: \(holder ?? "another process") holds \(folder.path)/lock. "
          + "Once it has ended, check again")
    } catch {
      warnOnce("progress cannot be kept in \(folder.path): it cannot be written; everything else works")
    }
  }

  /// What is remembered; `nil` if a newer workbook wrote it, whose file is not ours to replace.
  private func readWhatMayBeReplaced() -> Progress? {
    guard FileManager.default.fileExists(atPath: file.path) else { return Progress() }
    guard let data = try? Data(contentsOf: file) else {
      warnOnce("\(file.path) cannot be read; nothing is remembered")
      return nil
    }
    if let progress = try? JSONDecoder().decode(Progress.self, from: data),
      progress.version == Progress.currentVersion
    {
      return progress
    }
    if let version = try? JSONDecoder().decode(Version.self, from: data).version,
      version > Progress.currentVersion
    {
      warnOnce("\(file.path) was written by a newer workbook (version \(version)); it is left as it is")
      return nil
    }
    keepAside()
    return Progress()
  }

  private struct Version: Decodable { var version: Int }

  private func keepAside() {
    let aside = KeptFile.freeName(folder, "progress.json.damaged-\(KeptFile.timestamp)")
    do {
      try FileManager.default.moveItem(at: file, to: aside)
      warnOnce(
        "progress was damaged and is begun anew; the damaged file is kept as .lessons/\(aside.lastPathComponent)"
      )
    } catch {
      warnOnce("\(file.path) is damaged, and cannot be moved out of the way; nothing is remembered")
    }
  }

  private func warnOnce(_ text: String) {
    if !hasWarned { warn(text) }
    hasWarned = true
  }
}
