import Console
import Workbook
import XCTest

@testable import play

/// What keys make of a game, and how it is laid out.
final class PlaySessionTests: XCTestCase {
  private func session(_ words: String, _ keys: String = "") throws -> PlaySession {
    let arguments = try Arguments(
      words.split(separator: " ").map(String.init), options: PlayCommand.play.options)
    var session = PlaySession(try GameChoice(arguments))
    for key in keys { XCTAssertEqual(session.press(key), .draw, "\(key) of \(keys)") }
    return session
  }

  private static let right = "123ww3ww12ww3ww1ww2"

  func testEveryRoundOfTheListIsThere() throws {
    for game in GameEntry.all {
      for round in game.rounds {
        let title = try session("\(game.name) \(round.name)").game.title
        XCTAssertEqual(title, "\(game.title) · \(round.title)")
      }
    }
  }

  func testTheRightKeysAreTheLoopsOwnTimeline() throws {
    let session = try session("loop", Self.right)
    let game = try XCTUnwrap(session.game as? LoopGame)
    XCTAssertTrue(game.isOver)
    XCTAssertEqual(game.state.timeline, LoopState.loops(game.round).timeline)
    XCTAssertTrue(session.message.hasPrefix("Right, to the millisecond"), session.message)
    let picture = game.picture(TextStyle())
    let loop = try XCTUnwrap(picture.firstIndex(of: "The loop"))
    XCTAssertEqual(picture[0], "You")
    XCTAssertEqual(Array(picture[1...3]), Array(picture[(loop + 1)...(loop + 3)]))
    XCTAssertTrue(picture[3].hasSuffix("110 ms"))
  }

  /// Each kind of wrong choice is answered by what it does.
  func testAWrongChoiceIsAnsweredByWhatItDoes() throws {
    for (words, keys, answer) in [
      ("loop", "3", "Out of turn: requests 1 and 2 stood idle for 5 ms meanwhile"),
      (
        "loop", "11",
        "you hold the thread until it is, at 70 ms: a blocking call. Meanwhile requests 2 and 3 stood"
      ),
      ("loop", "1233", "No other request needed the thread this time."),
      ("loop", "123w2", "You overslept: requests 1 and 3 stood idle for 5 and 35 ms"),
      ("loop", "1ww", "Time passes, and no request is served: requests 2 and 3 stood idle for 65 ms"),
      (
        "blocking", "12",
        "The thread is not yours while it blocks: requests 1 and 3 stood idle for 10 and 75 ms."
      ),
      ("deadline", "123ww1", "Too late for request 3: its client hung up at 60 ms."),
      ("deadline", "3", "A loop would not know that it is in a hurry."),
      ("loop", "w", "There is no timer to sleep until"),
      ("loop", "1w2", "Request 2 is ready already"),
      ("loop --seed 3 --requests 5", "2", "Request 2 has not come yet. It comes at 40 ms."),
      ("race", "112212" + "12", "30 of the customers' money is gone"),
      ("race", "12", "Transfer 2 reads 100 from account A"),
      ("race", "1212", "what transfer 1 did to account A is gone"),
      ("race", "11112222", "You have let no transfer come between"),
      ("race", "12121212", "A should hold 20 and B 180"),
      ("lock", "12", "asks for the bank's lock, but transfer 1 holds it"),
      ("lock", "122", "Not on offer: transfer 2 waits for the bank's lock, which transfer 1 holds."),
      ("lock", "111111222222", "The lock made the bad choice impossible"),
      ("deadlock", "1212", "Deadlock. Each transfer holds the lock that the other waits for"),
      ("deadlock", "1111111" + "2222222", "there is an order in which they stop for ever"),
    ] {
      let message = try session(words, keys).message
      XCTAssertTrue(message.contains(answer), "\(words) \(keys): \(message)")
    }
  }

  func testAtTheEndItSaysWhatDiffers() throws {
    let serial = try session("loop", "111222333").message
    for part in [
      "the server that serves one request at a time", "Request 3 took 500 ms; with the loop it takes 110 ms.",
      "What cost most: at 75 ms you held the thread for request 1, and requests 2 and 3 stood idle for 120 ms.",
    ] { XCTAssertTrue(serial.contains(part), serial) }
    let hurry = try session("deadline", "312ww3ww1ww2").message
    for part in [
      "You beat the loop. Request 3 has its answer at 40 ms; the loop's comes at 85 ms, when the client is gone.",
      "The price: request 1 took 85 ms; with the loop it takes 80 ms.",
    ] { XCTAssertTrue(hurry.contains(part), hurry) }
    let late = try session("deadline", "123ww1" + "32").message
    XCTAssertTrue(late.contains("The loop misses it, too; try another order."), late)
  }

  func testAChoiceIsTakenBackAsAWhole() throws {
    for (keys, left) in [
      ("12u", "1"), ("1w", "1w"), ("1wu", "1"), ("123w2u", "123"), ("1w2", "1"), ("1w2u", ""),
      ("123wwuu", "12"),
      ("u", ""), ("1uu", ""), (Self.right + "u", String(Self.right.dropLast())),
    ] {
      let (taken, plain) = (try session("loop", keys), try session("loop", left))
      let (game, other) = (try XCTUnwrap(taken.game as? LoopGame), try XCTUnwrap(plain.game as? LoopGame))
      XCTAssertEqual(game.state, other.state, keys)
      XCTAssertEqual(game.isHalfway, other.isHalfway, keys)
    }
  }

  func testTheKeysThatWereKeptPlayTheSameAgain() throws {
    var random = SystemRandomNumberGenerator()
    for words in ["loop three", "loop blocking", "loop --seed 5 --requests 4", "bank race", "bank lock"] {
      var session = try session(words)
      while !session.game.isOver { _ = session.press("1234w12ux?".randomElement(using: &random)!) }
      let record = try XCTUnwrap(session.record.first)
      XCTAssertEqual(record.words, words)
      let again = try self.session(record.words, record.keys)
      XCTAssertEqual(again.message, session.message)
      XCTAssertEqual(again.game.picture(TextStyle()), session.game.picture(TextStyle()))
    }
  }

  func testRoundsFollowOneAnotherToTheLast() throws {
    var session = try session("loop", "1n2nnn1nn12n")
    XCTAssertEqual(
      session.record.map { "\($0.words) \($0.keys)" },
      ["loop three 1", "loop blocking 2", "bank lock 1", "bank deadlock 12"])
    XCTAssertTrue(session.message.hasPrefix("This was the last round."), session.message)
    XCTAssertEqual(session.press("a"), .draw)
    XCTAssertEqual(session.game.moves, 0)
    XCTAssertEqual(session.press("q"), .quit)
    var drawn = try self.session("loop --seed 5 --requests 2", "n")
    XCTAssertEqual(drawn.press("1"), .draw)
    XCTAssertEqual(drawn.record.map(\.words), ["loop --seed 6 --requests 2"])
  }

  func testAKeyThatMeansNothingChangesNothing() throws {
    for (words, keys, key) in [
      ("loop", "", "4"), ("loop", "", "x"), ("loop", "1w", "x"), ("bank", "", "3"), ("bank", "", "w"),
      ("loop", Self.right, "1"),
    ] {
      var session = try session(words, keys)
      XCTAssertEqual(session.press(Character(key)), .unknown, "\(words) \(keys)\(key)")
      XCTAssertEqual(session.keys, keys)
      XCTAssertTrue(session.message.hasPrefix("'\(key)' means nothing here."), session.message)
    }
  }

  func testTheScreenIsFilledToItsLastRowAndTheQuestionStays() throws {
    for (words, keys) in [
      ("loop", ""), ("loop", "12"), ("loop", "12w"), ("loop", Self.right), ("loop", "111222333"),
      ("loop --seed 3 --requests 5", "13"), ("blocking", "12"), ("race", "12"), ("lock", "122"),
      ("deadlock", "1212"),
    ] {
      let session = try session(words, keys)
      for (columns, rows) in [(80, 24), (140, 40), (80, 12), (40, 16), (20, 8), (200, 60), (80, 5)] {
        for ascii in [false, true] {
          let lines = PlayPage(session: session, style: TextStyle(width: columns, color: true, ascii: ascii))
            .lines(
              rows: rows)
          XCTAssertEqual(lines.count, rows, "\(words) \(keys) \(columns)x\(rows)")
          XCTAssertTrue(
            lines.allSatisfy { DisplayWidth.of($0) <= columns }, "\(words) \(keys) \(columns)x\(rows)")
          if ascii { XCTAssertTrue(lines.joined().allSatisfy(\.isASCII)) }
          guard columns >= 80, !session.game.isOver else { continue }
          XCTAssertEqual(lines[rows - 2], session.game.question)
          let message = PlayPage(
            session: session, style: TextStyle(width: columns, color: true, ascii: ascii)
          ).message
          if rows >= 8 { XCTAssertTrue(lines.contains(message[0]), "what happened last stays: \(lines)") }
        }
      }
    }
  }

  func testAllOfItIsOnATerminalOf24Lines() throws {
    for (words, keys) in [
      ("loop", "12"), ("loop", "111222333"), ("loop --seed 3 --requests 5", "135"), ("lock", "122"),
    ] {
      let session = try session(words, keys)
      let page = PlayPage(session: session, style: TextStyle())
      let lines = page.lines(rows: 24)
      for line in session.game.picture(TextStyle()) + session.game.board(TextStyle()) + page.message {
        XCTAssertTrue(lines.contains(line), "\(words) \(keys) lacks '\(line)'")
      }
    }
  }
}
