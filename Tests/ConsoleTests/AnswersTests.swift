import Console
import Foundation
import XCTest

/// What a reader has answered, in its file.
final class AnswersTests: XCTestCase {
  private let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)/a.json")

  override func tearDown() { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }

  func testWhatIsWrittenIsReadAgain() throws {
    var answers = Answers(questions: 3)
    answers.answers["a"] = .init(guess: 3, isRight: true)
    answers.answers["a"]?.reason = "So."
    answers.answers["a"]?.isReasonRight = true
    answers.answers["b"] = .init(guess: nil, isRight: false)
    try answers.write(to: file)
    XCTAssertEqual(Answers(at: file), answers)
    XCTAssertEqual(answers.rightGuesses, 1)
    XCTAssertEqual(answers.rightReasons, 1)
    XCTAssertEqual(Answers.resumed(at: file, questions: 5).answers.questions, 5)
  }

  func testADamagedFileIsKeptAside() throws {
    XCTAssertNil(Answers.resumed(at: file, questions: 3).aside, "there is none yet")
    try Answers(questions: 3).write(to: file)
    try Data("{".utf8).write(to: file)
    let resumed = Answers.resumed(at: file, questions: 3)
    XCTAssertEqual(resumed.answers, Answers(questions: 3))
    XCTAssertEqual(try String(contentsOf: XCTUnwrap(resumed.aside), encoding: .utf8), "{")
    XCTAssertFalse(FileManager.default.fileExists(atPath: file.path))
  }
}
