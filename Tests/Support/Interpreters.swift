package import Processes
import XCTest

/// Asks for each of several languages, and skips the test with the reason if one was not there; the others are tested before.
package func forEach(
  _ languages: [(program: String, interpreter: Interpreter)],
  _ body: (_ program: String, _ interpreter: Interpreter) throws -> Void
) throws {
  var missing: [String] = []
  for (program, interpreter) in languages {
    do throws(Interpreter.Unavailable) { _ = try interpreter.path() } catch {
      missing.append("\(program): \(error)")
      continue
    }
    try body(program, interpreter)
  }
  if !missing.isEmpty { throw XCTSkip(missing.joined(separator: "; ")) }
}
