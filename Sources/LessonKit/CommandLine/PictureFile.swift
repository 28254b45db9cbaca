import Foundation
import Report

/// The file that a lesson's figures are written to (`--svg`). Whether it can be written is found out first.
struct PictureFile {
  private let url: URL

  init(_ path: String) throws(Complaint) {
    url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw .unavailable("there is no folder \(folder) to write \(url.lastPathComponent) to")
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw .unavailable(
        "the folder \(folder) cannot be written to", advice: ["Name a file in another folder."])
    }
  }

  func write(_ document: String) throws(Complaint) {
    do {
      try Data(document.utf8).write(to: url, options: .atomic)
    } catch {
      throw .unavailable("\(url.path) could not be written: \(error.localizedDescription)")
    }
  }
}
