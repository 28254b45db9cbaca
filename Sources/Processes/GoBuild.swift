import Foundation
import Platform

/// A Go program, built into a folder of its own. The folder is gone with ``remove()``; what Go keeps for the next time stays in Go's
/// own cache, and nothing is left beside the source.
struct GoBuild {
  /// Where the program is.
  let executable: String
  private let folder: URL

  /// How long Go may take: the first time it builds its own library as well.
  static let timeLimit = Duration.seconds(180)

  /// Builds a program that is one file and needs nothing but Go's own library.
  ///
  /// - Parameters:
  ///   - source: the program's file.
  ///   - go: the `go` command.
  init(
    _ source: URL, with go: String, timeLimit: Duration = Self.timeLimit
  ) throws(Interpreter.Unavailable) {
    let folder = try Self.makeFolder()
    let executable = folder.appending(path: source.deletingPathExtension().lastPathComponent).path
    var build = Program(go, ["build", "-o", executable, source.path], timeLimit: timeLimit)
    build.environment = Self.environment(temporary: folder)
    do throws(Interpreter.Unavailable) {
      var outcome = try Self.run(build)
      // A user without a home has no cache, or may not write to it.
      if !outcome.isSuccess, outcome.errors.contains(/build cache|permission denied|read-only file system/) {
        build.environment["GOCACHE"] = folder.appending(path: "cache").path
        outcome = try Self.run(build)
      }
      guard outcome.isSuccess, FileManager.default.isExecutableFile(atPath: executable) else {
        let complaint = outcome.errors.split(separator: "\n").first { !$0.hasPrefix("#") }
        let what = "\(Self.name(of: go, timeLimit)) could not build \(source.lastPathComponent)"
        throw Interpreter.Unavailable(
          description: "\(what): \(complaint.map(String.init) ?? "it \(outcome.end)")")
      }
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
    (self.executable, self.folder) = (executable, folder)
  }

  /// Removes what was built. A program that runs already goes on.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  private static func run(_ build: Program) throws(Interpreter.Unavailable) -> ChildProcess.Outcome {
    do throws(SystemError) { return try build.run() } catch {
      throw Interpreter.Unavailable(description: "go could not be started (\(error))")
    }
  }

  /// Go with its version, if it tells that.
  private static func name(of go: String, _ timeLimit: Duration) -> String {
    let answer = try? Program(go, ["version"], timeLimit: min(timeLimit, .seconds(5))).run()
    // go version go1.22.2 linux/amd64
    let version = answer?.output.firstMatch(of: /go version go(\S+)/).map { " \($0.1)" }
    return "Go\(version ?? "")"
  }

  /// What is set for Go elsewhere is for other programs, and for other machines perhaps. Nothing is downloaded.
  private static func environment(temporary folder: URL) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment.filter { name, _ in
      !name.hasPrefix("GO") || ["GOROOT", "GOPATH", "GOCACHE"].contains(name)
    }
    environment["HOME"] = environment["HOME"] ?? NSHomeDirectory()
    for (name, value) in [
      ("GOENV", "off"), ("GO111MODULE", "off"), ("GOTOOLCHAIN", "local"), ("GOPROXY", "off"),
      ("CGO_ENABLED", "0"), ("GOTMPDIR", folder.path),
    ] {
      environment[name] = value
    }
    return environment
  }

  private static let prefix = "async-workbook-go-"

  /// Makes a new folder, and removes those of runs that were killed while they built.
  private static func makeFolder() throws(Interpreter.Unavailable) -> URL {
    let files = FileManager.default
    let temporary = files.temporaryDirectory
    for name in (try? files.contentsOfDirectory(atPath: temporary.path)) ?? [] where name.hasPrefix(prefix) {
      guard let process = name.dropFirst(prefix.count).split(separator: "-").first.flatMap({ Int32($0) }),
        process > 0, kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? files.removeItem(at: temporary.appending(path: name))
    }
    let folder = temporary.appending(path: "\(prefix)\(getpid())-\(UInt32.random(in: 0...UInt32.max))")
    do {
      try files.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Interpreter.Unavailable(
        description: "there is no folder for temporary files that may be written to; set TMPDIR to one")
    }
    return folder
  }
}
