import LessonKit
import Report
import XCTest

@testable import Workbook

final class CatalogueTests: XCTestCase {
  func testLooksAtWhatTheCheckoutHas() throws {
    let checkout = try TemporaryCheckout(for: self)
    let exercises = "Lessons/01-serial-vs-async/Exercises"
    for name in ["Zip.swift", "Overlap.swift", ".#Overlap.swift", "notes.md"] {
      try checkout.write("\(exercises)/\(name)", "")
    }
    let catalogue = Catalogue(checkout.checkout, syllabus: MadeUpSyllabus.lessons)
    XCTAssertEqual(catalogue.lessons.map(\.isPresent), [true, false, false, false])
    XCTAssertEqual(catalogue.lessons[0].exercises, ["Overlap", "Zip"])
    XCTAssertEqual(catalogue.lessons[0].hasTranscript, false)
    try checkout.write("transcripts/lecture-1.txt", "")
    XCTAssertTrue(CatalogueLesson(MadeUpSyllabus.lessons[0], in: checkout.checkout).hasTranscript)
  }

  func testALessonWithoutItsFolderIsMissing() throws {
    let catalogue = Catalogue(try TemporaryCheckout(for: self).checkout, syllabus: MadeUpSyllabus.lessons)
    XCTAssertEqual(try catalogue.lesson("ser").entry.number, 1)
    let complaint = assertComplaint(.unavailable) { () throws(Complaint) in try catalogue.lesson("core") }
    XCTAssertEqual(complaint.message, "the folder Lessons/04-core-usage is missing")
  }

  func testGoesOnWithTheFirstLessonThatHasExercisesToDo() throws {
    let checkout = try TemporaryCheckout(for: self)
    for lesson in MadeUpSyllabus.lessons {
      try checkout.write("Lessons/\(lesson.folder)/Exercises/A.swift", "")
    }
    let catalogue = Catalogue(checkout.checkout, syllabus: MadeUpSyllabus.lessons)
    XCTAssertEqual(Index(catalogue).next?.number, 1)
    XCTAssertEqual(Index(catalogue) { $0.entry.number < 3 ? 1 : 0 }.next?.number, 3)
    XCTAssertEqual(Index(catalogue) { _ in 1 }.next?.number, 1)
  }
}
