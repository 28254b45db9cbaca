import Console
import Foundation
import LessonKit
import XCTest

@testable import Reading
@testable import Workbook

final class TranscriptFileTests: XCTestCase {
  func testNamesTheFileThatCannotBeUsed() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.write("transcripts/binary.txt", "\0\0\0")
    try checkout.write("transcripts/empty.txt", "Course: C\nstray\n")
    try checkout.write("transcripts/folder.txt/file", "")
    let large = checkout.checkout.url("transcripts/large.txt")
    try checkout.write("transcripts/large.txt", "00:00 One.\n")
    XCTAssertEqual(truncate(large.path, off_t(TranscriptFile.sizeLimit + 1)), 0)
    for (name, message) in [
      (
        "large", "transcripts/large.txt is too large: a transcript has at most 64 MiB, and this file has more"
      ),
      ("missing", "the transcript transcripts/missing.txt is missing"),
      ("binary", "transcripts/binary.txt is not a text file"),
      ("empty", "transcripts/empty.txt has no cue"),
      ("folder", "the transcript transcripts/folder.txt cannot be read"),
    ] {
      let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
        try read("transcripts/\(name).txt", checkout)
      }
      XCTAssertEqual(complaint.message, message)
      XCTAssertEqual(complaint.advice.isEmpty, name == "large", name)
    }
  }

  func testReportsASecondTranscriptInTheSameFile() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.write("transcripts/two.txt", "00:00 One.\n00:09 End.\n00:00 Other.\n00:01 More.\n")
    let transcript = try read("transcripts/two.txt", checkout)
    XCTAssertEqual(transcript.cues.map(\.text), ["One.", "End."])
    XCTAssertEqual(
      transcript.problems.map(\.description),
      ["transcripts/two.txt:3: another transcript begins here; 2 cues are left out"])
  }

  private func read(_ path: String, _ checkout: TemporaryCheckout) throws(Complaint) -> Transcript {
    try TranscriptFile.read(checkout.checkout.url(path), name: path)
  }
}
