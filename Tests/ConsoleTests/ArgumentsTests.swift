import Console
import XCTest

/// The command line is read leniently, and what cannot be read gets an answer that helps.
final class ArgumentsTests: XCTestCase {
  private let options = [
    Arguments.Option("time", value: "real|virtual", help: ""), Arguments.Option("json", help: ""),
    Arguments.Option("width", value: "N", help: ""), Arguments.Option("wide", help: ""),
  ]

  private func complaint(_ words: String...) -> Complaint? {
    do {
      _ = try Arguments(words, options: options)
      return nil
    } catch {
      return error
    }
  }

  func testOptionsAreReadInAllTheirForms() throws {
    let forms = [
      ["--time", "real", "1"], ["--time=real", "1"], ["1", "--time", "real"], ["--TIME", "real", "1"],
      ["--ti=real", "1"],
    ]
    for words in forms {
      let arguments = try Arguments(words, options: options)
      XCTAssertEqual(arguments.value("time"), "real", "\(words)")
      XCTAssertEqual(arguments.operands, ["1"], "\(words)")
    }
  }

  func testAfterTwoDashesEverythingIsAnOperand() throws {
    XCTAssertEqual(try Arguments(["--json", "--", "--time"], options: options).operands, ["--time"])
  }

  func testHelpIsAlwaysKnown() throws {
    for word in ["--help", "-h", "--he"] {
      XCTAssertTrue(try Arguments([word], options: options).has("help"), word)
    }
  }

  func testAWrongOptionGetsTheNearest() {
    XCTAssertEqual(
      complaint("--tiem"), .usage("there is no option '--tiem'", advice: ["Did you mean --time?"]))
    XCTAssertEqual(
      complaint("--xyzzy"), .usage("there is no option '--xyzzy'", advice: ["--help lists the options."]))
    XCTAssertEqual(complaint("--wid"), .usage("'--wid' could be any of --width, --wide"))
  }

  func testMissingAndSuperfluousValues() {
    XCTAssertEqual(complaint("--time")?.message, "--time needs a value")
    XCTAssertEqual(complaint("--json=yes")?.message, "--json takes no value")
    XCTAssertEqual(complaint("--")?.message, nil)
  }

  func testNumbersOutsideOfTheirRange() throws {
    for text in ["0", "-3", "ten", "99999999999999999999", ""] {
      let arguments = try Arguments(["--width=\(text)"], options: options)
      XCTAssertThrowsError(try arguments.integer("width", in: 40...200)) {
        XCTAssertEqual(
          $0 as? Complaint, .usage("--width takes a whole number from 40 to 200, not '\(text)'"))
      }
    }
    XCTAssertEqual(try Arguments(["--width", "80"], options: options).integer("width", in: 40...200), 80)
    XCTAssertNil(try Arguments([], options: options).integer("width", in: 40...200))
  }
}
