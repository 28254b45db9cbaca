import XCTest

@testable import Platform

/// The load of a machine, from `/proc/stat` as Linux writes it.
final class MachineLoadTests: XCTestCase {
  private let stat = """
    cpu  60 2 20 900 9 1 3 40 0 0
    cpu0 10 1 10 400 4 1 1 30 0 0
    cpu1 50 1 10 500 5 0 2 10 0 0
    intr 12345
    """

  func testOnlyTheCoresAskedForCount() {
    XCTAssertEqual(
      MachineLoad(stat: stat, cores: [1]),
      MachineLoad(busy: .milliseconds(630), stolen: .milliseconds(100)))
    XCTAssertEqual(
      MachineLoad(stat: stat, cores: [0, 1]),
      MachineLoad(busy: .milliseconds(860), stolen: .milliseconds(400)))
  }

  func testACoreThatIsNotThereOrALineCutShortIsNoLoad() {
    XCTAssertNil(MachineLoad(stat: stat, cores: [0, 2]))
    XCTAssertNil(MachineLoad(stat: stat, cores: []))
    XCTAssertNil(MachineLoad(stat: "cpu0 1 2 3\n", cores: [0]))
  }

  func testOthersAreWhatIsBusyAndNotOurs() {
    let before = MachineLoad(busy: .seconds(10), stolen: .zero)
    let after = MachineLoad(busy: .seconds(13), stolen: .milliseconds(500))
    XCTAssertEqual(after.others(since: before, own: .seconds(2), wall: .seconds(2), cores: 2), 0.375)
    XCTAssertEqual(after.others(since: before, own: .seconds(4), wall: .seconds(2), cores: 2), 0)
    XCTAssertEqual(after.others(since: before, own: .zero, wall: .zero, cores: 2), 0)
  }
}
