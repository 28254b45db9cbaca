import Foundation
import XCTest

/// What the built launcher did when it was run as a process.
struct Launched {
  let status: Int32
  let output: String
  let errors: String

  /// The launcher's file, which is built beside the tests.
  static var executable: URL {
    get throws {
      let bundle = Bundle(for: Marker.self).bundleURL
      let places = [bundle, bundle.deletingLastPathComponent()].map { $0.appendingPathComponent("lessons") }
      return try XCTUnwrap(
        places.first { FileManager.default.isExecutableFile(atPath: $0.path) },
        "no launcher beside \(bundle.path)")
    }
  }

  /// Runs the launcher to its end.
  ///
  /// - Parameters:
  ///   - folder: where it is started.
  ///   - environment: what is added to an environment of its own, which has no home to write to.
  init(_ words: String..., in folder: URL, environment: [String: String] = [:]) throws {
    try self.init(words, in: folder, environment: environment)
  }

  /// Runs the launcher to its end.
  init(_ words: [String], in folder: URL, environment: [String: String] = [:]) throws {
    let process = try Launched.process(words, in: folder, environment: environment)
    let output = try OutputFile()
    let errors = try OutputFile()
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    self.output = try output.text()
    self.errors = try errors.text()
  }

  /// A process that is ready to run.
  static func process(_ words: [String], in folder: URL, environment: [String: String] = [:]) throws
    -> Process
  {
    let process = Process()
    process.executableURL = try executable
    process.arguments = words
    process.currentDirectoryURL = folder
    let own = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm", "LANG": "C.UTF-8"]
    process.environment = own.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  private final class Marker {}
}

/// A file that takes a process's output, however much it is.
struct OutputFile {
  let handle: FileHandle
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    handle = try FileHandle(forWritingTo: url)
  }

  /// What was written; the file is gone afterwards.
  func text() throws -> String {
    defer { try? FileManager.default.removeItem(at: url) }
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }
}
