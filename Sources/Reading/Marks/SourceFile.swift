/// A file with code that a lesson's reader may see.
package struct SourceFile: Sendable, Hashable {
  /// Where it is below the workbook's root, for example `Lessons/01-serial-vs-async/AsyncServer.swift`.
  package var path: String
  /// How it is called where its lesson is known: its path within the lesson's folder, or the whole path if it is no lesson's own.
  package var name: String
  package var language: SourceText.Language { SourceText.Language(ofFile: path) }

  /// Names a file by its path, and the lesson's folder that it may be in.
  package init(_ path: String, in folder: String) {
    self.path = path
    name = path.hasPrefix("\(folder)/") ? String(path.dropFirst(folder.count + 1)) : path
  }
}
