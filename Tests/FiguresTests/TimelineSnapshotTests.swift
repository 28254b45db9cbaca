import Console
import Figures
import XCTest

/// The lecture's picture as it is drawn, at every width that it has to be right at.
///
/// To record a picture anew: look at it on a terminal first, then put it here by hand.
final class TimelineSnapshotTests: XCTestCase {
  func testServedOneAfterAnother() {
    for ascii in [false, true] {
      for (width, picture) in ascii ? serialInASCII : serial {
        let figure = Figure.timeline(
          Samples.serial, title: "Served one after another", end: .milliseconds(500))
        XCTAssertEqual(drawn(figure, width, ascii), picture, "\(width) columns, ASCII: \(ascii)")
      }
    }
  }

  func testOverlappedOnOneEventLoop() {
    for ascii in [false, true] {
      for (width, picture) in ascii ? overlappedInASCII : overlapped {
        let figure = Figure.timeline(
          Samples.overlapped, title: "Overlapped on one event loop", end: .milliseconds(500))
        XCTAssertEqual(drawn(figure, width, ascii), picture, "\(width) columns, ASCII: \(ascii)")
      }
    }
  }

  func testAWidePageHasThePictureOfTheWidestMeasure() {
    let figure = Figure.timeline(Samples.serial, title: "Served one after another", end: .milliseconds(500))
    for width in [101, 140, 200] {
      XCTAssertEqual(drawn(figure, width, false), serial[100], "\(width) columns")
    }
  }

  private func drawn(_ figure: Figure, _ width: Int, _ ascii: Bool) -> String {
    figure.text(TextStyle(width: width, ascii: ascii)).joined(separator: "\n")
  }

  private let serial: [Int: String] = [
    40: """
    Served one after another
    request 1  █▓▓█▓▓▓▓█              200 ms
    request 2  ········█▓▓█▓▓▓▓█      400 ms
    request 3  ·················██▓█  500 ms
               ┬───────┬────────┬────
               0      200      400 ms
               ██ working
               ▓▓ waiting, thread held
               ·· queued
    """,
    80: """
    Served one after another
    request 1  █▓▓▓▓▓▓▓▓█▓▓▓▓▓▓▓▓▓▓▓▓▓█                                       200 ms
    request 2  ························██▓▓▓▓▓▓▓█▓▓▓▓▓▓▓▓▓▓▓▓▓▓█              400 ms
    request 3  ·················································█▓▓▓█▓▓▓▓▓▓█  500 ms
               ┬───────────┬───────────┬────────────┬───────────┬───────────┬
               0          100         200          300         400         500 ms
               ██ working  ▓▓ waiting, thread held  ·· queued
    """,
    100: """
    Served one after another
    request 1  ██▓▓▓▓▓▓▓▓▓██▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█                                                   200 ms
    request 2  ································██▓▓▓▓▓▓▓▓▓▓█▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓██                  400 ms
    request 3  ·································································█▓▓▓▓█▓▓▓▓▓▓▓▓██  500 ms
               ┬───────────────┬───────────────┬────────────────┬───────────────┬───────────────┬
               0              100             200              300             400             500 ms
               ██ working  ▓▓ waiting, thread held  ·· queued
    """,
  ]

  private let serialInASCII: [Int: String] = [
    40: """
    Served one after another
    request 1  #XX#XXXX#              200 ms
    request 2  ........#XX#XXXX#      400 ms
    request 3  .................##X#  500 ms
               +-------+--------+----
               0      200      400 ms
               ## working
               XX waiting, thread held
               .. queued
    """,
    80: """
    Served one after another
    request 1  #XXXXXXXX#XXXXXXXXXXXXX#                                       200 ms
    request 2  ........................##XXXXXXX#XXXXXXXXXXXXXX#              400 ms
    request 3  .................................................#XXX#XXXXXX#  500 ms
               +-----------+-----------+------------+-----------+-----------+
               0          100         200          300         400         500 ms
               ## working  XX waiting, thread held  .. queued
    """,
    100: """
    Served one after another
    request 1  ##XXXXXXXXX##XXXXXXXXXXXXXXXXXX#                                                   200 ms
    request 2  ................................##XXXXXXXXXX#XXXXXXXXXXXXXXXXXX##                  400 ms
    request 3  .................................................................#XXXX#XXXXXXXX##  500 ms
               +---------------+---------------+----------------+---------------+---------------+
               0              100             200              300             400             500 ms
               ## working  XX waiting, thread held  .. queued
    """,
  ]

  private let overlapped: [Int: String] = [
    40: """
    Overlapped on one event loop
    request 1  █░░█░░░░█              200 ms
    request 2  █░░█░░░░█              210 ms
    request 3  █░█░█                  120 ms
               ┬───────┬────────┬────
               0      200      400 ms
               ██ working
               ░░ waiting, thread given back
               ·· queued
    """,
    80: """
    Overlapped on one event loop
    request 1  █░░░░░░░░█░░░░░░░░░░░░░█                                       200 ms
    request 2  ·█░░░░░░░░█░░░░░░░░░░░░░██                                     210 ms
    request 3  ··█░░░█░░░░░░██                                                120 ms
               ┬───────────┬───────────┬────────────┬───────────┬───────────┬
               0          100         200          300         400         500 ms
               ██ working  ░░ waiting, thread given back  ·· queued
    """,
    100: """
    Overlapped on one event loop
    request 1  ██░░░░░░░░░██░░░░░░░░░░░░░░░░░░█                                                   200 ms
    request 2  ··█░░░░░░░░░░██░░░░░░░░░░░░░░░░░██                                                 210 ms
    request 3  ···█░░░░█░░░░░░░░░█                                                                120 ms
               ┬───────────────┬───────────────┬────────────────┬───────────────┬───────────────┬
               0              100             200              300             400             500 ms
               ██ working  ░░ waiting, thread given back  ·· queued
    """,
  ]

  private let overlappedInASCII: [Int: String] = [
    40: """
    Overlapped on one event loop
    request 1  #--#----#              200 ms
    request 2  #--#----#              210 ms
    request 3  #-#-#                  120 ms
               +-------+--------+----
               0      200      400 ms
               ## working
               -- waiting, thread given back
               .. queued
    """,
    80: """
    Overlapped on one event loop
    request 1  #--------#-------------#                                       200 ms
    request 2  .#--------#-------------##                                     210 ms
    request 3  ..#---#------##                                                120 ms
               +-----------+-----------+------------+-----------+-----------+
               0          100         200          300         400         500 ms
               ## working  -- waiting, thread given back  .. queued
    """,
    100: """
    Overlapped on one event loop
    request 1  ##---------##------------------#                                                   200 ms
    request 2  ..#----------##-----------------##                                                 210 ms
    request 3  ...#----#---------#                                                                120 ms
               +---------------+---------------+----------------+---------------+---------------+
               0              100             200              300             400             500 ms
               ## working  -- waiting, thread given back  .. queued
    """,
  ]
}
