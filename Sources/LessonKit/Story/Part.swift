import EventLoop
package import Figures
public import Measurement
public import Report

/// One part of a story, while it is told.
public final class Part {
  private let story: Story
  private(set) var record: Report.Part
  private(set) var claims: [ClaimRecord] = []
  private var lost = Duration.zero
  private var elapsed = Duration.zero

  init(id: String, title: String, story: Story) {
    self.story = story
    record = Report.Part(id: id, title: title)
  }

  /// The share of the time in which the part's loops were kept from their core.
  var interference: Double { elapsed == .zero ? 0 : lost / elapsed }

  var questions: Questions { story.questions }

  func answer(_ text: String, isRight: Bool) { story.screen.answer(text, isRight: isRight) }

  // MARK: Saying and showing

  /// Says a paragraph.
  public func say(_ text: String) {
    record.told.append(.say(text))
    story.screen.paragraph(text)
  }

  /// Shows a figure of any kind. The report does not have it; what a script is to read has to be noted besides.
  package func show(_ figure: Figure) {
    record.told.append(.figure(figure))
    story.screen.figure(figure)
  }

  /// Shows a figure while it comes about, and keeps it as it is at the end.
  ///
  /// - Parameters:
  ///   - figure: the figure as it is at the moment; called on another thread while the body runs.
  ///   - body: measures what the figure shows, in real time.
  package func show<Result>(
    growing figure: @escaping @Sendable () -> Figure, _ body: () throws -> Result
  ) rethrows -> Result {
    let result = try LivePicture(on: story.screen, isExact: false, figure: figure).show(body)
    show(figure())
    return result
  }

  /// Notes a single figure, so that the report has it.
  public func note(_ name: String, _ value: Double, unit: String) {
    record.figures[name] = Report.Quantity(value, unit: unit)
  }

  /// Shows a timeline that was not recorded on a stage, such as that of a machine's cores.
  public func show(_ id: String, _ title: String, _ timeline: Timeline, until end: Duration? = nil) {
    show(.timeline(timeline, id: id, title: title, end: end))
  }

  /// Says on a terminal what goes on, until something else is said or shown.
  public func progress(_ text: String) {
    story.screen.status(text)
  }

  // MARK: Measuring

  /// Serves requests on a stage, shows their bars while they grow, and keeps the timeline.
  ///
  /// - Parameters:
  ///   - id: a name that is unique within the lesson.
  ///   - title: what stands above the picture.
  ///   - lanes: label and arrival of each request.
  ///   - end: where the time axis of the picture ends, so that two pictures can be compared.
  ///   - serve: serves the requests, on the stage's loop.
  public func show<Value: Sendable>(
    _ id: String, _ title: String, lanes: [Lane], until end: Duration? = nil,
    _ serve: @escaping @Sendable (Stage) async throws -> Value
  ) throws -> Recording<Value> {
    let stage = Stage(time: story.time, lanes: lanes)
    let picture = LivePicture(on: story.screen, isExact: story.isExact) {
      .timeline(stage.timeline, title: title, end: end, legend: Set(Span.Kind.allCases))
    }
    let recording = try picture.show { try run(stage, serve) }
    show(.timeline(recording.timeline, id: id, title: title, end: end))
    return recording
  }

  /// Serves requests on a stage without a picture, and without any slowdown: there is nothing to watch.
  public func measure<Value: Sendable>(
    lanes: [Lane], _ serve: @escaping @Sendable (Stage) async throws -> Value
  ) throws -> Recording<Value> {
    story.screen.status("measuring: \(lanes.count) \(lanes.count == 1 ? "request" : "requests") …")
    return try run(Stage(time: story.isExact ? .virtual : .real(), lanes: lanes), serve)
  }

  private func run<Value: Sendable>(
    _ stage: Stage, _ serve: @escaping @Sendable (Stage) async throws -> Value
  ) throws -> Recording<Value> {
    let value = try stage.loop.run { try await serve(stage) }
    lost += stage.loop.interference
    elapsed += stage.loop.clock.now.offset
    return Recording(timeline: stage.timeline, value: value)
  }

  // MARK: Claiming

  /// Judges what a lecture claims by what was measured.
  ///
  /// - Parameters:
  ///   - id: a name that is unique within the lesson.
  ///   - at: when the lecture makes the claim, as `mm:ss`.
  ///   - statement: what it says, in the workbook's words.
  ///   - measured: the measured value.
  ///   - unit: the unit of value and bound.
  ///   - bound: what the value has to lie within.
  ///   - conditions: what has to be true besides; the first that is not is named in the verdict.
  ///   - because: what the figure means.
  public func claim(
    _ id: String, at: String, _ statement: String, measured: Double, unit: String = "", bound: Bound,
    provided conditions: [Condition] = [], because: String
  ) {
    judge(
      id, at, statement, measured, unit, bound, conditions, proven: .holds, because: because)
  }

  /// Says what is true instead of what a lecture claims, and proves it by what was measured.
  ///
  /// The verdict is `corrected` if the measurement proves the correction, and `fails` if it does not.
  ///
  /// - Parameters:
  ///   - id: a name that is unique within the lesson.
  ///   - at: when the lecture makes the claim, as `mm:ss`.
  ///   - statement: what it says, in the workbook's words.
  ///   - measured: the value that the correction rests on.
  ///   - unit: the unit of value and bound.
  ///   - bound: what the value has to lie within for the correction to be true.
  ///   - conditions: what has to be true besides; the first that is not is named in the verdict.
  ///   - because: what is true instead.
  public func correct(
    _ id: String, at: String, _ statement: String, measured: Double, unit: String = "", bound: Bound,
    provided conditions: [Condition] = [], because: String
  ) {
    judge(
      id, at, statement, measured, unit, bound, conditions, proven: .corrected, because: because)
  }

  private func judge(
    _ id: String, _ at: String, _ statement: String, _ measured: Double, _ unit: String, _ bound: Bound,
    _ conditions: [Condition], proven: Verdict, because: String
  ) {
    let broken = conditions.first { !$0.isMet }
    let isProven = bound.contains(measured) && broken == nil
    claims.append(
      ClaimRecord(
        id: id, lecture: story.entry.lecture, at: at, statement: statement, measured: measured, unit: unit,
        bound: bound, verdict: isProven ? proven : .fails,
        because: broken.map { "it is not so that \($0.text)" } ?? because))
  }

  /// Says that a claim could not be measured, and why.
  public func cannotMeasure(_ id: String, at: String, _ statement: String, because: String) {
    claims.append(
      ClaimRecord(
        id: id, lecture: story.entry.lecture, at: at, statement: statement, measured: nil, unit: "",
        bound: Bound(),
        verdict: .notMeasured, because: because))
  }

  /// A bound that is exact in virtual time, where nothing disturbs, and wider in real time.
  public func exactly(_ value: Double, inRealTime bound: Bound) -> Bound {
    story.isExact ? .exactly(value) : bound
  }

  /// How far real time may be off, as a share; virtual time may not.
  public func tolerance(_ share: Double) -> Double { story.isExact ? 1e-9 : share }
}
