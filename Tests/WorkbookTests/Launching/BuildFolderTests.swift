import Console
import XCTest

@testable import Workbook

final class BuildFolderTests: XCTestCase {
  func testIsTheOneThatTheLauncherWasBuiltIn() throws {
    let checkout = try TemporaryCheckout(for: self)
    let elsewhere = FileManager.default.temporaryDirectory.appendingPathComponent(
      "scratch-\(UUID().uuidString)")
    let scratch = elsewhere.resolvingSymlinksInPath().path
    let root = checkout.root.resolvingSymlinksInPath().path
    for (executable, products, options) in [
      ("\(root)/.build/triple/debug/lessons", "\(root)/.build/triple/debug", []),
      ("\(root)/.build/triple/release/lessons", "\(root)/.build/triple/release", ["-c", "release"]),
      ("\(scratch)/triple/debug/lessons", "\(scratch)/triple/debug", ["--scratch-path", scratch]),
      (
        "\(scratch)/triple/release/lessons", "\(scratch)/triple/release",
        ["-c", "release", "--scratch-path", scratch]
      ),
      ("/usr/local/bin/lessons", "\(root)/.build/debug", []),
    ] {
      let folder = BuildFolder(checkout.checkout.resolved, executable: URL(fileURLWithPath: executable))
      XCTAssertEqual(folder.products.path, products, executable)
      XCTAssertEqual(folder.options, options, executable)
    }
  }

  func testALauncherOfAnotherCheckoutBuildsInThisOne() throws {
    let checkout = try TemporaryCheckout(for: self)
    let other = try TemporaryCheckout(for: self)
    let folder = BuildFolder(
      checkout.checkout, executable: other.checkout.url(".build/triple/release/lessons"))
    XCTAssertEqual(folder.products, checkout.checkout.url(".build/release"))
    XCTAssertEqual(folder.options, ["-c", "release"])
  }
}
