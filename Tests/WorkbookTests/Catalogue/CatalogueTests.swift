import Console
import LessonKit
import XCTest

@testable import Workbook

final class CatalogueTests: XCTestCase {
  func testLooksAtWhatTheCheckoutHas() throws {
    let checkout = try TemporaryCheckout(for: self)
    for (position, name) in [(2, "Overlap"), (1, "Zip"), (3, ".#Overlap")] {
      try checkout.write(
        "Lessons/01-serial-vs-async/Grading/\(name)/\(name).stub",
        "// Exercise 1.\(position), \(name.lowercased()): do it.\n")
    }
    try checkout.write("Lessons/01-serial-vs-async/Exercises/Mine.swift", "")
    let catalogue = Catalogue(checkout.checkout, syllabus: MadeUpSyllabus.lessons)
    XCTAssertEqual(catalogue.lessons.map(\.isPresent), [true, false, false, false])
    XCTAssertEqual(catalogue.exercises.map(\.name), ["zip", "overlap"])
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
      try checkout.write("Lessons/\(lesson.folder)/Grading/A/A.stub", "// Exercise 1.1, a: do it.\n")
    }
    let catalogue = Catalogue(checkout.checkout, syllabus: MadeUpSyllabus.lessons)
    XCTAssertEqual(Index(catalogue).next?.number, 1)
    XCTAssertEqual(Index(catalogue) { $0.entry.number < 3 ? 1 : 0 }.next?.number, 3)
    XCTAssertNil(Index(catalogue) { _ in 1 }.next, "all is done")
  }
}
