import Foundation
import XCTest

/// A built executable, run as its readers run it.
struct Executable {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  let url: URL

  /// Finds an executable of this package beside the test bundle.
  init(_ name: String) throws {
    let products = Bundle(for: ExecutableTests.self).bundleURL.deletingLastPathComponent()
    let candidates = [products, URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()]
    url = try XCTUnwrap(
      candidates.map { $0.appending(path: name) }.first {
        FileManager.default.isExecutableFile(atPath: $0.path)
      },
      "\(name) was not built beside the tests")
  }

  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = ["LANG": "en_US.UTF-8"]
  ) throws -> Outcome {
    try run(arguments: arguments, input: input, environment: environment)
  }

  func run(
    arguments: [String], input: String = "", environment: [String: String] = ["LANG": "en_US.UTF-8"]
  ) throws -> Outcome {
    let process = Process()
    let (output, errors, typed) = (Pipe(), Pipe(), Pipe())
    process.executableURL = url
    process.arguments = arguments
    process.environment = environment
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = typed
    try process.run()
    typed.fileHandleForWriting.write(Data(input.utf8))
    try typed.fileHandleForWriting.close()
    // Errors are few and fit their pipe, so that the two can be read one after the other.
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: text, errors: complaints)
  }
}
