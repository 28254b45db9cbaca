package import Foundation
import Platform

/// A program that runs other programs: Python, Node, and Go, which builds them first. It is looked for when it is needed, and need
/// not be there.
package struct Interpreter: Sendable, Hashable {
  /// Why it could not be asked.
  package struct Unavailable: Error, Hashable, CustomStringConvertible {
    /// A sentence without its full stop.
    package var description: String

    package init(description: String) {
      self.description = description
    }

    /// A program ended that was not to end: how, and what it said last.
    fileprivate init(_ outcome: ChildProcess.Outcome, of program: String) {
      let last = outcome.errors.split(separator: "\n").last.map { ": \($0)" } ?? ""
      description = "\(program) \(outcome.end)\(last)"
    }
  }

  /// The program's name, for example `python3`.
  private let name: String
  /// The option that names another one.
  private let option: String
  private let chosen: String?
  private let howToGetIt: String
  private let flags: [String]
  /// Whether a program is built before it runs.
  private var builds = false
  /// How long a program may take.
  private let timeLimit: Duration
  private var buildingLimit = GoBuild.timeLimit

  /// - Parameters:
  ///   - path: the Python to use; `nil` for the `python3` that the shell would find.
  ///   - timeLimit: how long one program may take.
  package static func python(_ path: String? = nil, timeLimit: Duration = .seconds(20)) -> Interpreter {
    // Nothing compiled is left beside the sources.
    Interpreter(
      name: "python3", option: "--python", chosen: path,
      howToGetIt: "apt install python3, brew install python3, or from python.org", flags: ["-B"],
      timeLimit: timeLimit)
  }

  /// - Parameters:
  ///   - path: the Node to use; `nil` for the `node` that the shell would find.
  ///   - timeLimit: how long one program may take.
  package static func node(_ path: String? = nil, timeLimit: Duration = .seconds(20)) -> Interpreter {
    Interpreter(
      name: "node", option: "--node", chosen: path,
      howToGetIt: "apt install nodejs, brew install node, or from nodejs.org", flags: [], timeLimit: timeLimit
    )
  }

  /// - Parameters:
  ///   - path: the Go to use; `nil` for the `go` that the shell would find.
  ///   - timeLimit: how long one program may take, and how long it may take to build it.
  package static func go(_ path: String? = nil, timeLimit: Duration? = nil) -> Interpreter {
    var interpreter = Interpreter(
      name: "go", option: "--go", chosen: path,
      howToGetIt: "apt install golang-go, dnf install golang, brew install go, or from go.dev", flags: [],
      timeLimit: timeLimit ?? .seconds(20))
    interpreter.builds = true
    if let timeLimit { interpreter.buildingLimit = timeLimit }
    return interpreter
  }

  /// Whether there is one.
  ///
  /// - Throws: ``Unavailable`` where one was named that is not there.
  package var isThere: Bool {
    get throws(Unavailable) {
      do throws(Unavailable) { _ = try path() } catch {
        if chosen != nil { throw error }
        return false
      }
      return true
    }
  }

  /// Runs a program to its end.
  ///
  /// - Parameter called: what the reader knows it as, if that is not the file's own name.
  /// - Returns: what it printed.
  package func run(
    _ program: URL, _ words: [String] = [], called: String? = nil
  ) throws(Unavailable) -> String {
    let outcome = try started(program, words).waitUntilEnd()
    guard outcome.isSuccess else { throw Unavailable(outcome, of: called ?? program.lastPathComponent) }
    return outcome.output
  }

  /// A program that goes on after its first line. Its input, and it itself, end with this object.
  package final class Running {
    /// What it said first.
    package let firstLine: String
    /// The program's number.
    package var id: Int32 { process.id }
    private let process: ChildProcess
    private let input: InputPipe

    fileprivate init(_ process: ChildProcess, _ input: InputPipe, called name: String) throws(Unavailable) {
      (self.process, self.input) = (process, input)
      guard let line = process.firstLine() else {
        throw Unavailable(process.waitUntilEnd(), of: name)
      }
      firstLine = line
    }
  }

  /// Starts a program that serves, and waits for the first line that it prints.
  package func start(_ program: URL, _ words: [String] = []) throws(Unavailable) -> Running {
    let input: InputPipe
    do throws(SystemError) { input = try InputPipe() } catch {
      throw Unavailable(description: "\(name) could not be started (\(error))")
    }
    return try Running(try started(program, words, input: input), input, called: program.lastPathComponent)
  }

  /// Starts a program, which is built first where that has to be. What was built is gone as soon as it runs.
  private func started(
    _ program: URL, _ words: [String], input: InputPipe? = nil
  ) throws(Unavailable) -> ChildProcess {
    let path = try path()
    let build = builds ? try GoBuild(program, with: path, timeLimit: buildingLimit) : nil
    defer { build?.remove() }
    do throws(SystemError) {
      return try Program(
        build?.executable ?? path, build == nil ? flags + [program.path] + words : words, timeLimit: timeLimit
      ).start(input: input)
    } catch {
      throw Unavailable(description: "\(name) could not be started (\(error))")
    }
  }

  /// Where the program is.
  package func path() throws(Unavailable) -> String {
    func isThere(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
    if let chosen {
      guard isThere(chosen) else {
        throw Unavailable(description: "there is no program at \(chosen), which \(option) names")
      }
      return chosen
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    guard let found = path.split(separator: ":").map({ "\($0)/\(name)" }).first(where: isThere) else {
      throw Unavailable(
        description:
          "there is no \(name) on this machine. Install it (\(howToGetIt)), or name one with \(option), and run "
          + "the lesson again")
    }
    return found
  }
}
