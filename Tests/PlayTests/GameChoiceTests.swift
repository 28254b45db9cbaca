import Console
import Workbook
import XCTest

/// How `lessons play` reads its words.
final class GameChoiceTests: XCTestCase {
  private func choice(_ words: [String]) throws -> GameChoice {
    try GameChoice(try Arguments(words, options: PlayCommand.play.options))
  }

  func testNamesAreReadLeniently() throws {
    for (words, meant) in [
      ([], "loop three"), (["loop"], "loop three"), (["LO"], "loop three"), (["1"], "loop three"),
      (["2"], "bank race"),
      (["bank", "lock"], "bank lock"), (["bank", "2"], "bank lock"), (["b", "dead"], "bank deadlock"),
      (["loop", "dead"], "loop deadline"), (["lock"], "bank lock"), (["blocking"], "loop blocking"),
      (["loop", "--seed", "7"], "loop --seed 7 --requests 3"),
      (["--requests=5"], "loop --seed 1 --requests 5"),
    ] as [([String], String)] {
      XCTAssertEqual(try choice(words).words, meant, "\(words)")
    }
    XCTAssertTrue(try choice(["list"]).isList)
    XCTAssertEqual(try choice(["loop", "--keys", "12 ww3"]).keys, "12ww3")
  }

  func testWrongWordsAreAnsweredWithTheNearest() {
    for (words, message, advice) in [
      (["lop"], "there is no game 'lop'", "Did you mean loop?"),
      (["bank", "rcae"], "'bank' has no round 'rcae'", "Did you mean race?"),
      (["xyzzy"], "there is no game 'xyzzy'", "'lessons play list' names the games and their rounds."),
      (["dead"], "'dead' could be any of deadline, deadlock", nil),
      (
        ["loop", "three", "four"], "'four' is one too many: 'lessons play' takes a game and a round",
        "'lessons play list' names them."
      ),
      (["lock", "race"], "'lock' is a round already, and 'race' is one too many", nil),
      (["list", "loop"], "'lessons play list' takes no 'loop'", nil),
      (
        ["bank", "--seed", "4"], "--seed and --requests draw a round of the loop",
        "lessons play loop --seed 4 --requests 3"
      ),
      (["--requests", "6"], "--requests takes a whole number from 2 to 5, not '6'", nil),
      (["--kyes", "1"], "there is no option '--kyes'", "Did you mean --keys?"),
    ] as [([String], String, String?)] {
      XCTAssertThrowsError(try choice(words), "\(words)") {
        XCTAssertEqual($0 as? Complaint, .usage(message, advice: advice.map { [$0] } ?? []))
      }
    }
  }
}
