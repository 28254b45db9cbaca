import XCTest

@testable import Workbook

final class PairingTests: XCTestCase {
  private let cues = [0, 5, 14].map { Transcript.Cue(Timestamp(seconds: $0), "at \($0)", line: 1) }

  func testEveryCueHasItsRegionsInTheOrderOfFiles() {
    let regions =
      SourceMarks("// [00:05] [00:14] One.\nfunc f() {}\n", file: "A.swift").regions
      + SourceMarks("// [00:05] Two.\nfunc g() {}\n", file: "B.swift").regions
    let pairing = Pairing(cues, regions)
    XCTAssertEqual(
      pairing.passages.map { $0.regions.map(\.place) }, [[], ["A.swift:1", "B.swift:1"], ["A.swift:1"]])
    XCTAssertEqual(pairing.orphans, [])
  }

  func testReportsMarksThatNoCueHas() {
    let regions = SourceMarks("\n// [00:05] [00:06] [09:00] One.\nfunc f() {}\n", file: "A.swift").regions
    let orphans = Pairing(cues, regions).orphans
    XCTAssertEqual(orphans.map(\.time), [Timestamp(seconds: 6), Timestamp(seconds: 540)])
    XCTAssertEqual(orphans.map(\.region.mark), [2, 2])
  }
}
