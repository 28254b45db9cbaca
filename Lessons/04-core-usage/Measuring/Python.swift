import Foundation

/// The Python on this machine, and the lesson's programs for it.
struct Python {
  /// What one of the programs measured.
  struct Timing: Decodable, Hashable {
    var result: Int
    var seconds: Double
    var cpu: Double
    var version: String
    /// Whether this Python has its global interpreter lock.
    var lock: Bool
  }

  /// Why Python could not be asked; a sentence without its full stop.
  struct Unavailable: Error, Hashable {
    var reason: String
  }

  private let chosen: String?

  /// How long one program may take.
  private static let limit = Duration.seconds(20)

  /// - Parameter path: the Python to use; `nil` for the `python3` that the shell would find.
  init(_ path: String?) {
    chosen = path
  }

  /// Runs one of the lesson's programs.
  ///
  /// - Returns: what it measured, in the order in which it says it; never empty.
  func run(_ program: String, limit: Int, workers: Int) throws(Unavailable) -> [Timing] {
    let script = Self.folder.appending(path: "\(program).py")
    guard FileManager.default.fileExists(atPath: script.path) else {
      throw Unavailable(
        reason:
          "the program \(program).py is not where it was when the lesson was built, in \(Self.folder.path)")
    }
    do {
      let child = try ChildProcess(
        try executable(), ["-B", script.path, String(limit), String(workers)], limit: Self.limit)
      let lines = child.readToEnd().split(separator: "\n")
      try child.finish()
      let timings = try lines.map { try JSONDecoder().decode(Timing.self, from: Data($0.utf8)) }
      guard !timings.isEmpty else { throw Unavailable(reason: "\(program).py printed nothing") }
      return timings
    } catch let unavailable as Unavailable {
      throw unavailable
    } catch let failure as ChildProcess.Failure {
      throw Unavailable(reason: "\(program).py \(failure.text)")
    } catch {
      throw Unavailable(reason: "\(program).py printed something else than a measurement: \(error)")
    }
  }

  private func executable() throws(Unavailable) -> URL {
    if let chosen {
      guard FileManager.default.isExecutableFile(atPath: chosen) else {
        throw Unavailable(reason: "there is no program at \(chosen), which --python names")
      }
      return URL(fileURLWithPath: chosen)
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let candidates = path.split(separator: ":").map {
      URL(fileURLWithPath: String($0)).appending(path: "python3")
    }
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else {
      throw Unavailable(
        reason:
          "there is no python3 on this machine. Install it (apt install python3, brew install python3, or from "
          + "python.org), or name one with --python, and run the lesson again")
    }
    return found
  }

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Python")
  }
}

extension ChildProcess.Failure {
  /// What became of the program, as the end of a sentence that begins with its name.
  var text: String {
    switch self {
    case .cannotStart(let reason): "could not be started: \(reason)"
    case .timedOut(let seconds): "was not done after \(seconds) seconds and was ended"
    case .ended(let status, let said):
      "ended with status \(status)\(said.isEmpty ? "" : ": \(said.split(separator: "\n").last ?? "")")"
    }
  }
}
