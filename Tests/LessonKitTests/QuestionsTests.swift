import Console
import EventLoop
import Measurement
import Report
import XCTest

@testable import LessonKit

/// What a reader is asked, and what becomes of the answers.
final class QuestionsTests: XCTestCase {
  private static func question(_ id: String) -> Question {
    Question(
      id, "How long, \(id)?", unit: "ms", in: 0...100, answer: 50, subject: "The time", why: "Why 50?",
      reasons: [
        .init("It rains.", reply: "It does not."), .init("It is so.", reply: "It is.", isRight: true),
        .init("It was so.", reply: "No longer."),
      ])
  }

  private static let (one, two) = (question("one"), question("two"))

  /// A reader who types lines one after another, and sees what is written.
  private final class Reader {
    var lines: [String]
    var seen = ""
    var kept: [Answers] = []

    init(_ lines: [String]) { self.lines = lines }

    func questions(_ asking: Questions.Asking, _ answers: Answers = Answers(questions: 2)) -> Questions {
      let screen = Screen(style: TextStyle(width: 100), canRedraw: false) { self.seen += $0 }
      return Questions(asking, screen: screen, isEchoed: false, answers: answers) {
        self.kept.append($0)
      } read: {
        self.lines.isEmpty ? nil : self.lines.removeFirst()
      }
    }
  }

  func testAQuestionIsAskedOnceAndAnswersAreReadLeniently() {
    let reader = Reader(["abc", " 12,5 ms", "7"])
    let questions = reader.questions(.all)
    XCTAssertEqual(questions.guess(Self.one), 12.5)
    XCTAssertEqual(questions.guess(Self.one), 12.5)
    XCTAssertEqual(questions.guess(Self.two), 7)
    XCTAssertTrue(reader.seen.contains("A number from 0 to 100, please; Enter alone skips the question."))
  }

  func testEnterSkipsAQuestionWithItsReasonsAndQSkipsAllOfThem() {
    let reader = Reader(["", "q", "50"])
    let questions = reader.questions(.all)
    XCTAssertNil(questions.guess(Self.one))
    questions.explain(Self.one)
    XCTAssertNil(questions.guess(Self.two))
    XCTAssertNil(questions.guess(Self.question("three")))
    XCTAssertFalse(reader.seen.contains("Why 50?"))
    XCTAssertFalse(reader.seen.contains("How long, three?"))
    XCTAssertEqual(reader.lines, ["50"])
    XCTAssertEqual(
      reader.kept.last?.answers.keys.sorted(), ["one"], "what was not put to the reader is new next time")
  }

  func testReasonsAreChosenUntilTheRightOneAndTheFirstChoiceCounts() {
    let reader = Reader(["49", "1", "4", "2", "2"])
    let questions = reader.questions(.all)
    XCTAssertEqual(questions.guess(Self.one), 49)
    questions.explain(Self.one)
    questions.explain(Self.one)
    XCTAssertTrue(reader.seen.contains("> It does not."))
    XCTAssertTrue(reader.seen.contains("A number from 1 to 3, please"))
    XCTAssertTrue(reader.seen.contains("> Right. It is."))
    XCTAssertEqual(reader.lines, ["2"], "and it is asked for once")
    let answer = reader.kept.last?.answers["one"]
    XCTAssertEqual(answer?.guess, 49)
    XCTAssertEqual(answer?.isRight, true, "within a tenth")
    XCTAssertEqual(answer?.reason, "It rains.")
    XCTAssertEqual(answer?.isReasonRight, false)
  }

  func testWhoGivesUpAfterAWrongReasonIsToldTheRightOne() {
    let reader = Reader(["49", "3", ""])
    let questions = reader.questions(.all)
    _ = questions.guess(Self.one)
    questions.explain(Self.one)
    XCTAssertTrue(reader.seen.contains("It is so. It is."), reader.seen)
  }

  func testOnlyNewQuestionsAreAskedAgain() {
    var answers = Answers(questions: 2)
    answers.answers["one"] = .init(guess: nil, isRight: false)
    let reader = Reader(["50", "60"])
    let questions = reader.questions(.new, answers)
    XCTAssertNil(questions.guess(Self.one), "one that was skipped was asked too")
    XCTAssertEqual(questions.guess(Self.two), 50)
    XCTAssertEqual(reader.kept.last?.answers.count, 2)
    XCTAssertEqual(Reader(["60"]).questions(.all, answers).guess(Self.one), 60)
    XCTAssertNil(Reader(["60"]).questions(.none).guess(Self.one))
  }

  func testAtTheEndOfTheInputNothingMoreIsAsked() {
    let reader = Reader([])
    let questions = reader.questions(.all)
    XCTAssertNil(questions.guess(Self.one))
    XCTAssertNil(questions.guess(Self.two))
    XCTAssertEqual(reader.seen.components(separatedBy: "No answer").count, 2)
    XCTAssertEqual(reader.kept, [])
  }

  /// A part that shows something else than the answer, as a noisy machine does.
  private struct Noisy: StoryPart {
    static let id = "p"
    static let title = "P"
    static let claims: [Claim<Void>] = []

    func tell(_ telling: Telling) throws {
      telling.ask(QuestionsTests.one)
      telling.observe(QuestionsTests.one, 70)
    }
  }

  func testAGuessIsComparedWithTheExactAnswerAndNotWithANoisyOne() throws {
    let reader = Reader(["50", ""])
    let questions = reader.questions(.all)
    let story = Story(
      Syllabus.serialVersusAsync, time: .real(), arguments: try Arguments([], options: []),
      screen: questions.screen, questions: questions)
    try story.tell(Noisy())
    let line = "> The time: you said 50 ms, and it is 50 ms (70 ms on this machine just now). Right."
    XCTAssertTrue(reader.seen.contains(line), reader.seen)
  }
}
