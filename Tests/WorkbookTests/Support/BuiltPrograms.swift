import Console
import Foundation
import LessonKit
import TestSupport

@testable import Workbook

extension Checkout {
  /// Where the launcher that was built beside the tests looks for programs in a checkout that a test has made up: in `.build/debug`, or
  /// `.build/release` where the tests were built so.
  var build: BuildFolder {
    get throws { BuildFolder(self, executable: URL(filePath: try Executable("lessons").path)) }
  }

  /// What the package manager is told for a program to be built there.
  func buildWords(_ product: String) throws -> String {
    (["build", "--package-path", root.path, "--product", product] + (try build.options)).joined(
      separator: " ")
  }

  /// Puts a program that was built beside the tests there, up to date until a source is written.
  func install(_ program: CommandProgram) throws {
    let folder = try build.products
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: program.product).path,
      withDestinationPath: try Executable(program.product).path)
    let freshness = ProgramOnDemand(program, in: self, builtIn: try build).freshness
    freshness.setStamp(freshness.sources)
  }
}
