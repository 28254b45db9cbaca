import Foundation

/// The programs that the shell would find.
package enum Programs {
  /// The file of a program on the path, or `nil`.
  ///
  /// - Parameter path: the value of `PATH`; `nil` for the environment's.
  package static func find(_ name: String, path: String? = nil) -> String? {
    let path = path ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      let file = "\(folder)/\(name)"
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      if exists, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: file) { return file }
    }
    return nil
  }
}
