import Console
package import EventLoop
package import Figures
package import Measurement
import Report
package import Workload

/// What a part of a story uses to tell itself: words, pictures, measurements, questions.
package final class Telling {
  let story: Story
  let screen: Screen
  var record: Report.Part
  private var watch = DisturbanceWatch()

  init(_ story: Story, id: String, title: String, screen: Screen) {
    self.story = story
    self.screen = screen
    record = Report.Part(id: id, title: title)
  }

  /// Whether time is virtual, so that what is measured is exact.
  package var isExact: Bool { story.isExact }

  var disturbance: Disturbance { isExact ? Disturbance() : watch.disturbance }

  // MARK: Saying and showing

  /// Says a paragraph.
  package func say(_ text: String) {
    record.told.append(.say(text))
    screen.paragraph(text)
  }

  /// Shows a timeline that was not recorded on a loop, such as that of a machine's cores.
  package func show(_ id: String, _ title: String, _ timeline: Timeline, until end: Duration? = nil) {
    show(.timeline(timeline, id: id, title: title, end: end))
  }

  /// Shows a figure.
  package func show(_ figure: Figure) {
    record.told.append(.figure(figure))
    screen.figure(figure)
  }

  /// Shows a figure while it comes about, and keeps it as it is at the end.
  ///
  /// - Parameters:
  ///   - figure: the figure as it is at the moment; called on another thread while the body runs.
  ///   - body: measures what the figure shows, in real time.
  package func show<Result>(
    growing figure: @escaping @Sendable () -> Figure, _ body: () throws -> Result
  ) rethrows -> Result {
    let result = try LivePicture(on: screen, isExact: isExact, figure: figure).show(body)
    show(figure())
    return result
  }

  /// Keeps a single figure for the report.
  package func note(_ name: String, _ value: Double, unit: String) {
    record.figures[name] = Report.Quantity(value, unit: unit)
  }

  /// Says on a terminal what goes on, until something else is said or shown.
  package func progress(_ text: String) {
    story.screen.status(text)
  }

  // MARK: Measuring

  /// Serves requests, shows their bars while they grow, and keeps the timeline.
  ///
  /// - Parameters:
  ///   - id: a name that is unique within the lesson.
  ///   - title: what stands above the picture.
  ///   - requests: what is served; each has a lane.
  ///   - end: where the time axis of the picture ends, so that two pictures can be compared.
  ///   - serve: serves the requests on a loop, which writes down what happens.
  package func show<Value: Sendable>(
    _ id: String, _ title: String, _ requests: [Request], until end: Duration? = nil,
    _ serve: @escaping @Sendable (EventLoop) async throws -> Value
  ) throws -> Recording<Value> {
    let stage = Stage(time: story.time, lanes: requests.map { Lane($0.label, arrival: $0.arrival) })
    let picture = LivePicture(on: screen, isExact: isExact) {
      .timeline(stage.timeline, title: title, end: end, legend: Set(Span.Kind.allCases))
    }
    let recording = try picture.show { try run(stage, serve) }
    show(id, title, recording.timeline, until: end)
    return recording
  }

  /// Serves requests as the lesson does where one thread serves, and shows what a model has computed where several do.
  package func show<Value: Sendable>(
    _ id: String, _ title: String, _ requests: [Request], computed: Timeline, onThreads threads: Int,
    until end: Duration, _ serve: @escaping @Sendable (EventLoop) async throws -> [Value]
  ) throws -> Recording<[Value]> {
    guard threads > 1 else { return try show(id, title, requests, until: end, serve) }
    show(id, title, computed, until: max(end, computed.end))
    return Recording(timeline: computed, value: [])
  }

  /// Serves requests without a picture, and without any slowdown: there is nothing to watch.
  package func measure<Value: Sendable>(
    _ requests: [Request], _ serve: @escaping @Sendable (EventLoop) async throws -> Value
  ) throws -> Recording<Value> {
    progress("measuring: \(requests.count) \(requests.count == 1 ? "request" : "requests") …")
    let lanes = requests.map { Lane($0.label, arrival: $0.arrival) }
    return try run(Stage(time: isExact ? .virtual : .real(), lanes: lanes), serve)
  }

  private func run<Value: Sendable>(
    _ stage: Stage, _ serve: @escaping @Sendable (EventLoop) async throws -> Value
  ) throws -> Recording<Value> {
    let value = try stage.loop.run { [loop = stage.loop] in try await serve(loop) }
    account(lost: stage.loop.interference, of: stage.loop.clock.now.offset)
    return Recording(timeline: stage.timeline, value: value)
  }

  /// Adds to the part's account a stretch of time in which the measured code itself knows how long it was kept from a core.
  package func account(lost: Duration, of stretch: Duration) { watch.add(lost: lost, of: stretch) }

  // MARK: Asking

  /// Asks the reader to predict something, before it is shown.
  package func ask(_ question: Question) {
    record.told.append(
      .ask(
        Told.Question(
          question.text, answer: question.answer, unit: question.unit, reasons: question.reasons)))
    _ = story.questions.guess(question)
  }

  /// Compares, after the picture, the reader's guess with the exact answer, and asks for the reason. Says nothing to a reader who has not
  /// guessed.
  ///
  /// - Parameter observed: what the run has shown; in virtual time it is the answer, in real time it is only shown beside it.
  package func observe(_ question: Question, _ observed: Double? = nil) {
    if let observed { note("observed/\(question.id)", observed, unit: question.unit) }
    guard let guess = story.questions.guess(question) else { return }
    func short(_ value: Double) -> String { NumberText.short(value, unit: question.unit) }
    let isRight = question.isRight(guess)
    var text = "\(question.subject): you said \(short(guess)), and it is \(short(question.answer))"
    if let observed, !isExact, short(observed) != short(question.answer) {
      text += " (\(short(observed)) on this machine just now)"
    }
    screen.answer(text + (isRight ? ". Right." : "."), isRight: isRight)
    story.questions.explain(question)
  }
}
