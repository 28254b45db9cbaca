package import Console
package import Foundation

/// Where the launcher was started, and what it finds there; a program that is started in its place finds the same.
package enum Surroundings {
  /// The running program's own file, which stands beside the launcher's.
  package static var executable: URL? { Bundle.main.executableURL }

  /// The workbook around the current folder, or around the launcher.
  package static func checkout() throws(Complaint) -> Checkout {
    try Checkout.find(
      from: URL(fileURLWithPath: FileManager.default.currentDirectoryPath), executable: executable)
  }

  /// The lessons there.
  package static func catalogue() throws(Complaint) -> Catalogue {
    Catalogue(try checkout())
  }

  /// Where programs are built for a checkout.
  package static func buildFolder(of checkout: Checkout) -> BuildFolder {
    BuildFolder(checkout, executable: executable)
  }

  /// A file or a folder that the reader names: whether it is there is told before anything is built for it.
  static func existing(_ path: String) throws(Complaint) -> String {
    guard FileManager.default.fileExists(atPath: path) else { throw .unavailable("there is no file \(path)") }
    return path
  }

  /// How the reader calls the launcher, for commands that are shown to be typed.
  ///
  /// `swift run` starts it by a path through the folder of the platform (`.build/x86_64-unknown-linux-gnu/debug/lessons`),
  /// which nobody types. A program in the launcher's place is called by what the launcher was.
  package static var invocation: String {
    let name = CommandLine.arguments.first ?? ""
    let folders = name.split(separator: "/").dropLast(2)
    let isSwiftRun = name.isEmpty || name.hasPrefix("/") || folders.last?.contains("-") == true
    return isSwiftRun ? "swift run lessons" : name
  }
}
