import Console
import EventLoop
import Figures
import LessonKit
import Measurement
import Report
import XCTest

@testable import CoreUsage

/// The lesson with turned knobs, in virtual time.
final class KnobTests: XCTestCase {
  private func report(_ words: [String]) throws -> Report {
    try CoreUsage.report(time: .virtual, options: words)
  }

  func testWhateverIsTurnedAgreesWithAmdahlsLaw() throws {
    for cores in [1, 2, 3, 8, 12, 16, 17, 100, 1024] {
      for share in [0, 1, 50, 80, 95, 99] {
        let words = ["--cores", "\(cores)", "--parallel-share", "\(share)"]
        let report = try report(words)
        let figures = report.parts[0].figures
        let law = 1 / (1 - Double(share) / 100 + Double(share) / 100 / Double(cores))
        XCTAssertEqual(figures["amdahl/law"]!.value, law, accuracy: 1e-9, "\(words)")
        // A hundred pieces of 1 ms: what is alone, and then as many rounds as it takes to deal out the rest.
        let rounds = (share + cores - 1) / cores
        XCTAssertEqual(
          figures["amdahl/drawn"]!.value, 100 / Double(100 - share + rounds), accuracy: 1e-9, "\(words)")
        let timelines = report.parts[0].pictures.compactMap {
          if case .timeline(let figure) = $0 { figure.timeline } else { nil }
        }
        XCTAssertEqual(
          timelines.map(\.lanes.count), cores == 1 ? [1] : [1, min(16, cores)], "\(words)")
        // No piece is lost, and every core has its turn.
        for timeline in timelines where cores <= 16 {
          XCTAssertEqual(
            timeline.lanes.reduce(.zero) { $0 + $1.time(in: .work) }, .milliseconds(100), "\(words)")
          for lane in timeline.lanes.dropFirst() {
            XCTAssertEqual(
              lane.time(in: .work) / .milliseconds(1), Double(share) / Double(cores), accuracy: 1, "\(words)")
          }
        }
        XCTAssertFalse(report.claims.contains { $0.verdict == .fails }, "\(words)")
        XCTAssertEqual(report.claims.count, CoreUsage.claims.count, "\(words)")
      }
    }
  }

  func testASentenceSaysWhatChangedAndWhy() throws {
    let cases = [
      (
        ["--cores", "8"],
        "One core does 20 % of the job alone, while the others have nothing to do. Then the other 80 % are spread over 8 cores. By Amdahl's law that makes it 3.33 × as fast."
      ),
      (
        ["--parallel-share", "50"],
        "With twice the cores it would be 1.92 ×, and with any number of them less than 2 ×: what one core does alone takes as long as ever."
      ),
      (
        ["--parallel-share", "0"],
        "Nothing can be spread, so 11 of 12 cores have nothing to do, and the job takes as long as ever."
      ),
    ]
    for (words, sentence) in cases {
      let said = try report(words).parts[0].told.compactMap {
        if case .say(let text) = $0 { text } else { nil }
      }
      XCTAssertTrue(said.contains(sentence), "\(words): \(said)")
    }
  }
}
