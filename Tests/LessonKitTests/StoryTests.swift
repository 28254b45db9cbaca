import Console
import EventLoop
import Figures
import Measurement
import Workload
import XCTest

@testable import LessonKit
@testable import Report

/// How a story is told.
final class StoryTests: XCTestCase {
  private func story(_ time: EventLoop.Time = .virtual) throws -> Story {
    Story(
      Syllabus.serialVersusAsync, time: time, arguments: try Arguments([], options: []), screen: .blank,
      questions: .none)
  }

  /// A part that shows one of everything.
  private struct Showing: StoryPart {
    static let id = "p"
    static let title = "P"
    static let claims: [Claim<Recording<Void>>] = [
      Claim(
        "c", at: "00:01", "It takes a while.", unit: "ms", measured: { $0.response(2).inMilliseconds },
        bound: .exactly(15), because: { _ in "It was measured." })
    ]

    static let question = Question(
      "q", "How long?", unit: "ms", in: 0...100, answer: 15, subject: "The time", why: "Why?",
      reasons: [.init("So.", reply: "Yes.", isRight: true)])

    func tell(_ telling: Telling) throws -> Recording<Void> {
      telling.say("Look.")
      telling.ask(Self.question)
      let requests = ["a", "b"].map { Request($0, steps: []) }
      let recording = try telling.show("t", "T", requests) { loop in
        loop.answer("a") { loop.work(for: .milliseconds(5)) }
        try await loop.answer("b") { try await loop.sleep(for: .milliseconds(10)) }
      }
      telling.observe(Self.question, recording.response(2).inMilliseconds)
      telling.note("n", 3, unit: "ms")
      telling.show(.curve(id: "c", title: "C", x: .init("x"), y: .init("y"), series: [.init("s", [(1, 2)])]))
      return recording
    }
  }

  /// A part that suggests something.
  private struct Suggesting: StoryPart {
    static let id = "p"
    static let title = "P"
    static let claims: [Claim<Void>] = []
    static let whatIf: WhatIf? = WhatIf("What if it rains?", "--rain 2")

    func tell(_ telling: Telling) throws {}
  }

  func testWhatToTryIsShownAsTheReaderCallsTheLesson() throws {
    for (program, width, line) in [
      ("swift run lessons run 1", 80, "→ What if it rains?  swift run lessons run 1 --rain 2\n"),
      ("/a/b/serial-vs-async", 80, "→ What if it rains?  serial-vs-async --rain 2\n"),
      (
        ".build/debug/lessons run serial", 44,
        "→ What if it rains?\n  .build/debug/lessons run serial --rain 2\n"
      ),
    ] {
      var seen = ""
      let screen = Screen(style: TextStyle(width: width), canRedraw: false) { seen += $0 }
      let story = Story(
        Syllabus.serialVersusAsync, time: .virtual, arguments: try Arguments([], options: []), screen: screen,
        questions: .none, program: program)
      try story.tell(Suggesting())
      XCTAssertTrue(seen.hasSuffix(line), seen)
      XCTAssertEqual(story.report.parts[0].whatIf?.options, "--rain 2")
      XCTAssertTrue(try story.report.json.contains("\"whatIf\""))
      XCTAssertEqual(try Report(json: story.report.json), story.report)
    }
  }

  func testAllThatIsToldIsInTheReportInItsOrder() throws {
    let story = try story()
    try story.tell(Showing())
    let part = story.report.parts[0]
    let told = part.told.map { told in
      switch told {
      case .say(let text): "say \(text)"
      case .ask(let question): "ask \(question.question) \(question.answer ?? .nan)"
      case .figure(let figure): "figure \(figure.id)"
      case .claim(let id): "claim \(id)"
      }
    }
    XCTAssertEqual(told, ["say Look.", "ask How long? 15.0", "figure t", "figure c", "claim c"])
    guard case .timeline(let picture)? = part.pictures.first else { return XCTFail("no timeline") }
    XCTAssertEqual(
      picture.timeline.lanes[1].spans.map { Span($0.kind, from: $0.start, to: $0.end) },
      [
        Span(.queue, from: .zero, to: .milliseconds(5)),
        Span(.wait, from: .milliseconds(5), to: .milliseconds(15)),
      ])
    XCTAssertEqual(part.figures["observed/q"], Report.Quantity(15, unit: "ms"))
    XCTAssertEqual(part.figures["n"], Report.Quantity(3, unit: "ms"))
    XCTAssertEqual(story.claims.map(\.verdict), [.holds])
  }
}
