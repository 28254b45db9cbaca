import XCTest

@testable import Reading
@testable import Workbook

final class SourceMarksTests: XCTestCase {
  private static let file = SourceFile("Lessons/1/A.swift", in: "Lessons/1")

  func testAMarkAboveAFunctionCoversItToItsClosingBrace() {
    assertRegions(
      """
      struct Server {
        // [00:05] Serves.
        func serve(
          _ requests: [Int]
        ) -> String {
          if requests.isEmpty { return "}" }
          return "{"
        }

        func other() {}
      }
      """, [["00:05", "2-8"]])
  }

  func testAMarkAboveATypeCoversIt() {
    assertRegions(
      "// [00:05] A type.\npublic struct A {\n  func f() {\n  }\n}\n\nstruct B {}\n", [["00:05", "1-5"]])
    assertRegions(
      "// [00:05] A type.\n@main\nfinal class A: B\n{\n  let c = 1\n}\nlet d = 2\n", [["00:05", "1-6"]])
  }

  func testNeitherModifiersNorDefaultArgumentsNorAttributesHideADeclaration() {
    for head in [
      "func f(_ done: () -> Void = { _ in }) {", "nonisolated(nonsending) func f() async {",
      "public private(set) var a: [Int] {", "@available(macOS 15, *) static func f<T>(_ a: T) where T: P {",
      "@MainActor\n  func f(\n    _ work: @escaping (Int) -> Void = { _ in }\n  )\n  {",
      "init?(_ a: (Int) -> Int) {", "indirect enum E {", "deinit {", "subscript(_ index: Int) -> Int {",
    ] {
      let count = head.split(separator: "\n").count
      let text = "struct S {\n  // [00:05] It.\n  \(head)\n    a()\n\n    b()\n  }\n  let c = 1\n}\n"
      assertRegions(text, [["00:05", "2-\(count + 6)"]], head)
    }
  }

  func testAMarkAboveAStatementLastsToTheNextBlankLineOrTheEndOfItsBlock() {
    assertRegions(
      """
      func f() async {
        first()
        // [00:05] The rest.
        let a = await g(
          1,

          2) { $0 }
        for b in a {
          print("}")

        }

        last()
        // [00:09]
        for c in a { print(c) }
      }

      func h() {}
      """, [["00:05", "3-11"], ["00:09", "15-15"]])
  }

  func testAnEndEndsARegionWhereverItStands() {
    assertRegions(
      """
      struct S {
        // [00:05] Both.
        func f() {}

        func g() {}
        // [end]

        // [00:09] The first line alone.
        func h() {
          // [end]
        }

        // [00:14] One.
        func i() {}
      }
      """, [["00:05", "2-5"], ["00:09", "8-9"], ["00:14", "13-14"]])
    let marks = SourceMarks("// [end]\n// [00:05]\nf()\n// [end]\n// [end]\n", of: Self.file)
    XCTAssertEqual(marks.strayEnds, [1, 5])
  }

  func testMarksInPythonCoverBlocksByTheirIndentation() {
    let text = """
      # [00:05] A function.
      @decorated
      async def f(a,
              b):
          if a:
              g()

          return b
      x = f(1)

      class C:
          # [00:09] A method.
          def m(self): return 1
          def n(self): pass

          # [00:14]
          a = [

          ]
          b = 2

          c = 3
      """
    let regions = SourceMarks(text, of: SourceFile("Lessons/1/Python/a.py", in: "Lessons/1")).regions
    XCTAssertEqual(regions.map { "\($0.firstLine)-\($0.lastLine)" }, ["1-8", "12-13", "17-20"])
    XCTAssertEqual(regions[0].lines[0].text, "# A function.")
    XCTAssertEqual(regions[0].file.language, .python)
  }

  func testTheNextMarkEndsARegion() {
    assertRegions(
      """
      // [00:05] All of it.
      func f() {
        // [00:09] One.
        one()

        // [00:14] Two.
        two()
        if three { // [00:20] a condition
          four()
        }
        five()
      }
      """, [["00:05", "1-2"], ["00:09", "3-4"], ["00:14", "6-7"], ["00:20", "8-11"]])
  }

  func testABlockWithinEndsARegionThatBeginsThere() {
    assertRegions(
      "func f() {\n  if a {\n    // [00:05] Here.\n    b()\n  } else {\n    c()\n  }\n}\n",
      [["00:05", "3-4"]])
  }

  func testAMarkAboveAPropertyLastsToTheNextBlankLine() {
    assertRegions(
      "actor A {\n  // [00:05] State.\n  var a = 1\n  let b = 2\n\n  let c = 3\n\n  func f() {}\n}\n",
      [["00:05", "2-4"]])
    assertRegions("protocol P {\n  // [00:05] To do.\n  func f()\n}\n\nstruct S {}\n", [["00:05", "2-3"]])
    assertRegions(
      "struct S {\n  // [00:05] Computed.\n  var a: Int {\n    1\n\n  }\n  var b = 2\n}\n",
      [["00:05", "2-6"]])
  }

  func testSeveralTimesStandInOneMark() {
    let regions = SourceMarks("// [00:05] [00:14][01:02:03] Both.\nfunc f() {}\n", of: Self.file).regions
    XCTAssertEqual(regions.map { $0.times.map(\.description) }, [["00:05", "00:14", "62:03"]])
  }

  func testASourceOfNoLessonNamesTheLessonInItsMarks() {
    let text = """
      // [a-b 00:05] [c 00:06] [a-b 00:07] Both.
      func f() {}

      // [c 00:09] One.
      func g() {
        // [00:11] Nobody's.
        h()
      }
      """
    func times(_ lesson: String?) -> [[String]] {
      SourceMarks(text, of: Self.file, for: lesson).regions.map { region in
        region.times.map(\.description) + ["\(region.firstLine)-\(region.lastLine)"]
      }
    }
    XCTAssertEqual(times("a-b"), [["00:05", "00:07", "1-2"]])
    XCTAssertEqual(times("c"), [["00:06", "1-2"], ["00:09", "4-5"]])
    XCTAssertEqual(times(nil), [["00:11", "6-7"]])
    XCTAssertEqual(SourceMarks(text, of: Self.file).lessons, ["a-b", "c"])
  }

  func testTheTimesOfAMarkAreNotShown() {
    let text = "func f() {\n  // [00:05] [00:09] Why.\n  a()  // [00:14]\n  b()  //  [00:20] Because.\n}\n"
    XCTAssertEqual(
      SourceMarks(text, of: Self.file).regions.map { $0.lines.map(\.text) },
      [["// Why."], ["a()"], ["b()  // Because."]])
  }

  func testAMarkThatSaysNothingIsNotShown() {
    let region = SourceMarks("\n  // [00:05]\n  func f() {\n    g()\n  }\n", of: Self.file).regions[0]
    XCTAssertEqual(region.mark, 2)
    XCTAssertEqual(region.place, "A.swift:3")
    XCTAssertEqual(region.lines.map(\.text), ["func f() {", "  g()", "}"])
  }

  func testWhatOnlyLooksLikeAMarkIsNone() {
    for text in [
      #"let a = "// [00:05] no""#, "// see [00:05]", "// [0] first", "// [00:75] no time",
      "/* // [00:05] no */", "a[00]", "// [A-b 00:05] no", "// [a b 00:05] no", "// [a] no",
      "// [00:05 a] no",
    ] {
      XCTAssertEqual(SourceMarks(text, of: Self.file).regions, [], text)
    }
  }

  func testAMarkWithNothingBelowIsEmpty() {
    let regions = SourceMarks("// [00:05]\n", of: Self.file).regions
    XCTAssertEqual(regions.map(\.lines), [[]])
  }

  /// Asserts times and lines of all regions, for example `["00:05", "2-8"]`.
  private func assertRegions(
    _ text: String, _ expected: [[String]], _ message: String = "", file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let found = SourceMarks(text, of: Self.file).regions.map {
      ["\($0.times[0])", "\($0.firstLine)-\($0.lastLine)"]
    }
    XCTAssertEqual(found, expected, message, file: file, line: line)
  }
}
