import Console
import LessonKit
import XCTest

/// Asserts that something is refused, with a status, and returns the complaint.
@discardableResult
func assertComplaint<Value>(
  _ status: ExitStatus, file: StaticString = #filePath, line: UInt = #line,
  _ expression: () throws(Complaint) -> Value
) -> Complaint {
  do {
    let value = try expression()
    XCTFail("no complaint but \(value)", file: file, line: line)
    return Complaint("", status: .done)
  } catch {
    XCTAssertEqual(error.status, status, error.message, file: file, line: line)
    return error
  }
}
