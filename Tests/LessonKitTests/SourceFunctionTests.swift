import LessonKit
import XCTest

/// What two versions of a function differ in.
final class SourceFunctionTests: XCTestCase {
  private let serial = """
    struct Server {
      // Not this: func handle(
      func handle(_ request: Request) throws -> Response {
        let user = try database.user(for: request)  // blocks
        if user.isEmpty { return .none }
        return respond(user)
      }
      func other() {}
    }
    """

  func testReadsTheFunctionToItsClosingBrace() throws {
    let function = try XCTUnwrap(SourceFunction(named: "handle", in: serial))
    XCTAssertEqual(function.tokens.prefix(4), ["func", "handle", "(", "_"])
    XCTAssertEqual(function.tokens.suffix(4), ["(", "user", ")", "}"])
    XCTAssertFalse(function.tokens.contains("blocks"))
  }

  func testTheDifferenceIsInWords() throws {
    let async = serial.replacing("throws ->", with: "async throws ->").replacing(
      "try data", with: "try await data")
    let changes = try XCTUnwrap(SourceFunction(named: "handle", in: serial))
      .changes(to: try XCTUnwrap(SourceFunction(named: "handle", in: async)))
    XCTAssertEqual(changes.added, ["async", "await"])
    XCTAssertEqual(changes.removed, [])
  }

  func testLayoutIsNoDifference() throws {
    let spread = serial.replacing("(_ request: Request)", with: "(\n    _ request: Request\n  )")
    XCTAssertEqual(SourceFunction(named: "handle", in: serial), SourceFunction(named: "handle", in: spread))
  }

  func testAFunctionThatIsNotThere() {
    XCTAssertNil(SourceFunction(named: "absent", in: serial))
    XCTAssertNil(SourceFunction(named: "handle", in: "func handle( {"))
    XCTAssertNil(SourceFunction(named: "handle", in: URL(fileURLWithPath: "/nowhere/at/all.swift")))
  }
}
