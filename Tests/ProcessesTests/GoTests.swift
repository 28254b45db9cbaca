import Foundation
import Processes
import TestSupport
import XCTest

/// Go programs are built before they run. Small scripts stand in for a Go that is broken, too old or something else.
final class GoTests: XCTestCase {
  private var folder = URL(filePath: "/")

  override func setUpWithError() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "go-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  override func tearDownWithError() throws { try FileManager.default.removeItem(at: folder) }

  private func file(_ name: String, _ text: String, isExecutable: Bool = false) throws -> URL {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    if isExecutable { chmod(file.path, 0o755) }
    return file
  }

  private func go(_ script: String, timeLimit: Duration? = nil) throws -> Interpreter {
    .go(try file("go", "#!/bin/sh\n\(script)\n", isExecutable: true).path, timeLimit: timeLimit)
  }

  /// The folders of builds of this process.
  private var left: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())) ?? []
    return files.filter { $0.hasPrefix("async-workbook-go-\(getpid())-") }
  }

  func testWhatDoesNotBuildIsSaidAndNothingIsLeft() throws {
    let source = try file("page.go", "package main")
    for (script, words) in [
      (
        "echo 'go: cannot find GOROOT directory: /x' >&2; exit 2",
        "Go could not build page.go: go: cannot find GOROOT directory: /x"
      ),
      (
        """
        if [ "$1" = version ]; then echo go version go1.4.3 linux/amd64; exit; fi
        echo '# command-line-arguments' >&2; echo './page.go:9: undefined: os.ReadFile' >&2; exit 2
        """, "Go 1.4.3 could not build page.go: ./page.go:9: undefined: os.ReadFile"
      ),
      ("echo 'Your move.'", "Go could not build page.go: it ended with status 0"),
      ("kill -SEGV $$", "Go could not build page.go: it was ended by signal 11"),
    ] {
      XCTAssertThrowsError(try go(script).run(source), script) { XCTAssertEqual("\($0)", words) }
      XCTAssertThrowsError(try go(script).start(source), script) { XCTAssertEqual("\($0)", words) }
      XCTAssertEqual(left, [])
    }
    XCTAssertThrowsError(try go("exec sleep 600", timeLimit: .milliseconds(200)).run(source)) { error in
      XCTAssertTrue("\(error)".hasPrefix("Go could not build page.go: it "), "\(error)")
    }
    XCTAssertEqual(left, [])
    XCTAssertThrowsError(try Interpreter.go("/nowhere/go").isThere) { error in
      XCTAssertEqual("\(error)", "there is no program at /nowhere/go, which --go names")
    }
  }

  /// What would be downloaded, looked for in the checkout or built for another machine is not.
  func testTheBuildIsOfflineAndThatOfThisMachine() throws {
    setenv("GOOS", "plan9", 1)
    setenv("GOFLAGS", "-mod=mod", 1)
    defer { for name in ["GOOS", "GOFLAGS"] { unsetenv(name) } }
    let go = try go(
      """
      echo "$GOOS/$GOFLAGS/$GO111MODULE/$GOPROXY/$GOTOOLCHAIN" > "$(dirname "$0")/environment"
      cp /bin/echo "$3"
      """)
    XCTAssertEqual(try go.run(try file("page.go", ""), ["a", "b"]), "a b\n")
    let environment = try String(contentsOf: folder.appending(path: "environment"), encoding: .utf8)
    XCTAssertEqual(environment, "//off/off/local\n")
  }

  func testACacheThatCannotBeWrittenIsReplaced() throws {
    let go = try go(
      """
      case "$GOCACHE" in
      */async-workbook-go-*) cp /bin/echo "$3";;
      *) echo 'failed to initialize build cache at /root/.cache: permission denied' >&2; exit 1;;
      esac
      """)
    XCTAssertEqual(try go.run(try file("page.go", ""), ["built"]), "built\n")
    XCTAssertEqual(left, [])
  }

  func testFoldersOfBuildsThatWereKilledAreRemoved() throws {
    let ended = try Program("/bin/sh", ["-c", "echo $$"], timeLimit: .seconds(60)).run().output
      .trimmingCharacters(in: .newlines)
    let temporary = FileManager.default.temporaryDirectory
    let (stale, own) = (
      temporary.appending(path: "async-workbook-go-\(ended)-1"),
      temporary.appending(path: "async-workbook-go-\(getppid())-1")
    )
    for folder in [stale, own] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(at: own) }
    XCTAssertThrowsError(try go("exit 1").run(try file("page.go", "")))
    XCTAssertFalse(FileManager.default.fileExists(atPath: stale.path))
    XCTAssertTrue(FileManager.default.fileExists(atPath: own.path))
  }

  func testARealGoBuildsAndLeavesNothingBesideTheSource() throws {
    let source = try file(
      "hello.go",
      "package main\n\nimport \"os\"\n\nfunc main() { os.Stdout.WriteString(os.Args[1] + \"\\n\") }\n")
    try forEach([("hello.go", .go())]) { _, go in
      XCTAssertEqual(try go.run(source, ["hello"]), "hello\n")
      let broken = try file("broken.go", "package main\n\nfunc main() { nothing() }\n")
      XCTAssertThrowsError(try go.run(broken)) { error in
        XCTAssertNotNil(
          "\(error)".wholeMatch(of: #/Go [\d.]+\S* could not build broken.go: .*undefined: nothing/#),
          "\(error)")
      }
      XCTAssertEqual(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted(), ["broken.go", "hello.go"])
      XCTAssertEqual(left, [])
    }
  }
}
