import Console
import Foundation
import Platform

/// Where a lesson's figures or its report are written to: a file, which is there whole or not at all, or standard output for
/// `-`. Whether it can be written is found out first.
struct OutputFile {
  /// `nil` for standard output.
  private let url: URL?

  init(_ path: String) throws(Complaint) {
    guard path != "-" else {
      url = nil
      return
    }
    // What a link points to is written, and the link stays one.
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    self.url = url
    let folder = url.deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw .unavailable("there is no folder \(folder) to write \(url.lastPathComponent) to")
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw .unavailable(
        "the folder \(folder) cannot be written to", advice: ["Name a file in another folder."])
    }
    let kind = try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
    guard kind == nil || kind == .typeRegular else {
      throw .unavailable(
        "\(path) is not an ordinary file", advice: ["Name another one, or - for standard output."])
    }
  }

  /// Whether what is written takes the place of the lesson's words on standard output.
  var isStandardOutput: Bool { url == nil }

  func write(_ document: String) throws(Complaint) {
    guard let url else { return StandardOutput.write(document) }
    do {
      try Data(document.utf8).write(to: url, options: .atomic)
    } catch {
      throw Complaint(
        "\(url.path) could not be written: \(error.localizedDescription)", status: .outputFailed)
    }
  }
}
