package import Foundation
import Platform

/// A task that a program gives to a process of its own: its own executable, started again with the task's name.
///
/// Nothing that was measured before colours what is measured there; it may use up all that a process can have; and it can
/// be ended. What it is given and what it answers are encodable values.
///
///     static let sum = Helper("sum", of: "my-lesson") { (numbers: [Int], _) in numbers.reduce(0, +) }
///     let six = try sum.answer(to: [1, 2, 3])
package struct Helper<Input: Codable & Sendable, Answer: Codable & Sendable>: HelperTask {
  package let name: String
  private let program: String
  private let environment: [String: String]
  private let timeLimit: Duration
  private let work: @Sendable (Input, Caller) throws -> Answer

  /// Describes a task. Nothing runs yet.
  ///
  /// - Parameters:
  ///   - name: a name that is unique within the program.
  ///   - program: the name of the product that lists the task among its helpers, a lesson's id for example.
  ///   - environment: variables that the process gets besides those of this one.
  ///   - timeLimit: how long the process may take before it is ended.
  ///   - work: what is done there.
  package init(
    _ name: String, of program: String, environment: [String: String] = [:],
    timeLimit: Duration = .seconds(20),
    _ work: @escaping @Sendable (_ input: Input, _ caller: Caller) throws -> Answer
  ) {
    self.name = name
    self.program = program
    self.environment = environment
    self.timeLimit = timeLimit
    self.work = work
  }

  /// Starts the process.
  ///
  /// - Parameter gate: what the process reads; several that are given the same go on at the same moment.
  /// - Throws: a ``HelperFailure`` that says why there is none.
  package func start(_ input: Input, behind gate: InputPipe? = nil) throws(HelperFailure) -> HelperProcess<
    Answer
  > {
    guard let executable = BuiltProgram.path(program) else { throw .notFound(program) }
    return try start(input, behind: gate, executable: executable)
  }

  /// Starts another program in the place of its own.
  func start(
    _ input: Input, behind gate: InputPipe? = nil, executable: String
  ) throws(HelperFailure) -> HelperProcess<Answer> {
    let seconds = Int(timeLimit.components.seconds)
    guard let json = try? JSONEncoder().encode(input) else { throw .unreadable }
    var program = Program(
      executable, [HelperCommand.option, name, "\(seconds)", String(decoding: json, as: UTF8.self)],
      timeLimit: timeLimit)
    program.environment.merge(environment) { $1 }
    return try HelperProcess(program, gate: gate)
  }

  /// Has the task done: starts the process and holds the calling thread until it has answered and ended.
  ///
  /// - Throws: a ``HelperFailure`` that says why there is no answer.
  package func answer(to input: Input) throws(HelperFailure) -> Answer {
    let process = try start(input)
    process.open()
    let answer = try process.answer()
    try process.end()
    return answer
  }

  /// Has the task done by a process for each input. They go on at the same moment, once all of them are there; the task has to
  /// call ``Caller/waitForAll()``.
  ///
  /// - Returns: their answers, in the order of the inputs.
  /// - Throws: a ``HelperFailure`` that says why there is no answer.
  package func answers(to inputs: [Input]) throws(HelperFailure) -> [Answer] {
    guard let executable = BuiltProgram.path(program) else { throw .notFound(program) }
    return try answers(to: inputs, executable: executable)
  }

  /// Has another program do the task in the place of its own.
  func answers(to inputs: [Input], executable: String) throws(HelperFailure) -> [Answer] {
    var processes: [HelperProcess<Answer>] = []
    var gate: InputPipe?
    do throws(SystemError) { gate = try InputPipe() } catch { throw .notStarted(error) }
    for input in inputs { processes.append(try start(input, behind: gate, executable: executable)) }
    for process in processes where process.firstLine() == nil { try process.end() }
    gate?.end()
    var answers: [Answer] = []
    for process in processes { answers.append(try process.answer()) }
    for process in processes { try process.end() }
    return answers
  }

  package func run(_ input: Data, for caller: Caller) throws -> Data {
    try JSONEncoder().encode(work(JSONDecoder().decode(Input.self, from: input), caller))
  }
}

/// A ``Helper`` of any kind, as a program lists it.
package protocol HelperTask: Sendable {
  /// A name that is unique within the program.
  var name: String { get }
  /// Does the task in this process, from and to JSON.
  func run(_ input: Data, for caller: Caller) throws -> Data
}

/// The process that started this one, as its task sees it.
package struct Caller: Sendable {
  /// Says a line before the answer, for example where a server can be reached.
  package func say(_ line: String) { StandardOutput.write(line + "\n") }

  /// Waits until the caller lets the task go on, or has ended.
  package func waitUntilOpened() { while readLine() != nil {} }

  /// Waits until all are there that ``Helper/answers(to:)`` has started.
  package func waitForAll() {
    say("ready")
    waitUntilOpened()
  }
}
