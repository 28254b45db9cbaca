package import Foundation

/// Names of files that are kept.
package enum KeptFile {
  /// The local time as part of a file's name, for example `2026-11-21-061503`.
  package static var timestamp: String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "yyyy-MM-dd-HHmmss"
    return format.string(from: Date())
  }

  /// A file of this name in a folder; where there is one already, of the name with a number behind it.
  package static func freeName(_ folder: URL, _ name: String) -> URL {
    let names = [name] + (2...999).map { "\(name)-\($0)" }
    let free = names.first { !FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path) }
    return folder.appendingPathComponent(free ?? name)
  }
}
