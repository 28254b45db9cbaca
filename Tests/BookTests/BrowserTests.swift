import Console
import Foundation
import XCTest

@testable import book

/// The pages as their readers have them, in a real browser.
final class BrowserTests: XCTestCase {
  nonisolated(unsafe) private static var browser: Browser?
  nonisolated(unsafe) private static var folder: URL?

  override class func tearDown() {
    browser?.close()
    browser = nil
    if let folder { try? FileManager.default.removeItem(at: folder) }
  }

  private func browser() throws -> Browser {
    if let browser = Self.browser { return browser }
    let browser = try Browser()
    Self.browser = browser
    return browser
  }

  /// A page of the book as a file.
  private func url(_ name: String) throws -> URL {
    if Self.folder == nil {
      let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
      try BookFolder(url: folder).write(try SampleBook.files.get())
      Self.folder = folder
    }
    return Self.folder!.appending(path: "\(name).html")
  }

  private func open(_ name: String, width: Int = 1440, isDark: Bool = false, hasScript: Bool = true) throws
    -> Browser
  {
    let browser = try browser()
    try browser.show(width: width, isDark: isDark, hasScript: hasScript)
    try browser.open(try url(name))
    return browser
  }

  private static let names = [
    "index", "serial-vs-async", "scalability-vs-speed", "threads-vs-async", "core-usage",
  ]

  func testEveryPageIsQuietAndFitsWhateverTheReaderHas() throws {
    for name in Self.names {
      for width in [360, 800, 1440] {
        for (isDark, hasScript) in [(false, true), (true, true), (false, false)] {
          let browser = try open(name, width: width, isDark: isDark, hasScript: hasScript)
          let place = "\(name), \(width) px\(isDark ? ", dark" : "")\(hasScript ? "" : ", without script")"
          XCTAssertEqual(browser.complaints, [], place)
          XCTAssertEqual(try browser.text(Look.overflow), "", place)
          XCTAssertEqual(try browser.text(Look.contrast), "", place)
          XCTAssertEqual(try browser.text(Look.figures), "", place)
          XCTAssertEqual(try browser.text(Look.structure), "", place)
        }
      }
    }
  }

  func testEveryThingButThePlayIsThereWithoutAScript() throws {
    for name in Self.names.dropFirst() {
      let browser = try open(name, hasScript: false)
      XCTAssertEqual(try browser.text("document.querySelectorAll('.is-waiting, .guess').length"), "0", name)
      XCTAssertEqual(try browser.text("document.querySelector('.play').offsetParent"), "<null>", name)
      XCTAssertEqual(
        try browser.text(
          """
          [...document.querySelectorAll('.passage, .claim, .part, .region, .words, .questions details, .exercises li')]
            .filter((element) => element.offsetParent === null && !element.closest('.python')).map((element) => element.id).join()
          """), "", name)
    }
  }

  func testASentenceFindsItsCodeAndTheCodeItsSentence() throws {
    for width in [360, 1440] {
      let browser = try open("serial-vs-async", width: width)
      _ = try browser.value(
        "(() => { const link = document.querySelector('.passage:has(.time[href=\"#00-41\"]) .time'); link.scrollIntoView(); link.click(); })()"
      )
      XCTAssertEqual(
        try browser.text("document.querySelector('.passage.chosen').textContent.includes('real winner')"), "1"
      )
      XCTAssertEqual(try browser.text("location.hash"), "#00-41")
      let isInView = """
        (() => { const pane = document.querySelector('.code').getBoundingClientRect();
          const region = document.querySelector('.region.chosen').getBoundingClientRect();
          return region.top >= pane.top - 1 && region.top < pane.bottom - 20 && pane.bottom <= innerHeight + 1; })()
        """
      XCTAssertEqual(try browser.text(isInView), "1", "\(width) px")

      // The other way round: a click on code marks a sentence and brings it into view.
      _ = try browser.value(
        "[...document.querySelectorAll('.region')].find((region) => region.dataset.cues === '02-00' || region.dataset.cues.startsWith('02-00')).click()"
      )
      let sentence = """
        (() => { const passage = document.querySelector('.passage.chosen'); const box = passage.getBoundingClientRect();
          return passage.id + ' ' + (box.bottom > 0 && box.top < innerHeight); })()
        """
      XCTAssertEqual(try browser.text(sentence), "02-00 true", "\(width) px")
    }
  }

  func testTheKeyboardWalksFromSentenceToSentence() throws {
    let browser = try open("serial-vs-async")
    _ = try browser.value("document.querySelector('.passage .time').focus()")
    for _ in 1...3 { try browser.press("ArrowDown") }
    try browser.press("ArrowUp")
    let third =
      "[...document.querySelectorAll('.passage')].indexOf(document.querySelector('.passage.chosen'))"
    XCTAssertEqual(try browser.text(third), "2")
    XCTAssertEqual(
      try browser.text("document.activeElement === document.querySelector('.passage.chosen .time')"), "1")
    XCTAssertEqual(try browser.text("document.querySelectorAll('.region.chosen').length > 0"), "1")
    XCTAssertTrue(try browser.text("document.querySelector('.unseen').textContent").hasPrefix("Code: "))
    XCTAssertEqual(try browser.text("document.querySelectorAll('[aria-current=true]').length"), "1")

    // From code to its sentence.
    _ = try browser.value("document.querySelector('.region:not(.chosen) .times a').focus()")
    try browser.press("Enter")
    XCTAssertEqual(
      try browser.text("'#' + document.querySelector('.passage.chosen').id === document.activeElement.hash"),
      "1")
  }

  func testALinkToACueOpensThere() throws {
    let browser = try browser()
    try browser.show(width: 1440)
    let page = try url("threads-vs-async")
    try browser.open(try XCTUnwrap(URL(string: page.absoluteString + "#01-06")))
    XCTAssertEqual(try browser.text("document.querySelector('.passage.chosen').id"), "01-06")
    _ = try browser.value("document.querySelector('.passage.paired .time').click()")
    let marked =
      "[...document.querySelectorAll('.passage')].filter((passage) => getComputedStyle(passage).backgroundColor !== 'rgba(0, 0, 0, 0)').length"
    XCTAssertEqual(try browser.text(marked), "1", "what was chosen before is marked no more")
    XCTAssertEqual(browser.complaints, [])
  }

  func testTheLanguageIsRemembered() throws {
    let browser = try open("core-usage")
    let shown =
      "[...document.querySelectorAll('.file')].filter((file) => file.offsetParent).every((file) => file.classList.contains(%))"
    XCTAssertEqual(try browser.text(shown.replacing("%", with: "'swift'")), "1")
    _ = try browser.value("document.querySelector('#show-python').click()")
    XCTAssertEqual(try browser.text(shown.replacing("%", with: "'python'")), "1")
    try browser.open(try url("core-usage"))
    XCTAssertEqual(
      try browser.text(shown.replacing("%", with: "'python'")), "1", "after the page is opened again")
    _ = try browser.value("document.querySelector('#show-swift').click()")
  }

  func testClaimsAreFilteredByVerdictAndLesson() throws {
    let browser = try open("index")
    let claims = try SampleBook.book.get().lessons.flatMap { lesson in
      lesson.claims.map { (lesson.entry.id, $0.verdict) }
    }
    func choose(_ name: String, _ value: String) throws {
      _ = try browser.value(
        "(() => { const select = document.querySelector('[name=\(name)]'); select.value = '\(value)'; select.dispatchEvent(new Event('change', { bubbles: true })); })()"
      )
    }
    let shown = "[...document.querySelectorAll('tr[data-verdict]')].filter((row) => row.offsetParent).length"
    XCTAssertEqual(try browser.text(shown), "\(claims.count)")
    try choose("verdict", "corrected")
    let corrected = claims.filter { $0.1 == .corrected }
    XCTAssertEqual(try browser.text(shown), "\(corrected.count)")
    try choose("lesson", "core-usage")
    let both = corrected.count { $0.0 == "core-usage" }
    XCTAssertEqual(try browser.text(shown), "\(both)")
    XCTAssertEqual(
      try browser.text("document.querySelector('.filter output').textContent"),
      "\(both) of \(claims.count) claims")
  }

  func testAQuestionWaitsForAGuessAndThenAsksWhy() throws {
    let browser = try open("serial-vs-async")
    let stage = "document.querySelector('.play .stage').offsetParent !== null"
    XCTAssertEqual(try browser.text(stage), "0")
    _ = try browser.value(
      "(() => { const form = document.querySelector('.play .guess'); form.querySelector('input').value = 480; form.requestSubmit(); })()"
    )
    XCTAssertEqual(try browser.text(stage), "1")
    XCTAssertEqual(
      try browser.text("document.querySelector('.play .guess output').textContent"),
      "You said 480 ms, it is 150 ms. Why?")
    XCTAssertEqual(try browser.text("document.querySelectorAll('.play .reason').length"), "3")
    _ = try browser.value("document.querySelector('.play .reason summary').click()")
    XCTAssertEqual(try browser.text("document.querySelector('.play .reason p').offsetParent !== null"), "1")
    XCTAssertEqual(browser.complaints, [])
  }

  func testPlaysAreDrawnAnewWhileOneDrags() throws {
    for name in Self.names.dropFirst() {
      for width in [360, 1440] {
        let browser = try open(name, width: width)
        _ = try browser.value("document.querySelector('.play .guess .plain').click()")
        let picture =
          "document.querySelector('.stage').innerHTML.length + document.querySelector('.stage').textContent"
        for input
          in 0..<(Int(try browser.text("document.querySelectorAll('.knobs input, .knobs select').length"))
          ?? 0)
        {
          let before = try browser.text(picture)
          let change = """
            (() => { const input = document.querySelectorAll('.knobs input, .knobs select')[\(input)];
              if (input.disabled) return 'disabled';
              input.value = input.options ? input.options[1].value : input.max;
              input.dispatchEvent(new Event('input', { bubbles: true })); return 'changed'; })()
            """
          if try browser.text(change) == "changed" {
            XCTAssertNotEqual(try browser.text(picture), before, "\(name), knob \(input)")
          }
        }
        XCTAssertEqual(browser.complaints, [], name)
        XCTAssertEqual(try browser.text(Look.overflow), "", "\(name), \(width) px")
        XCTAssertEqual(try browser.text(Look.contrast), "", "\(name), \(width) px")
      }
    }
  }

  func testTheLoopGoesForthAndBackAndAsksWhoRunsNext() throws {
    let browser = try open("threads-vs-async")
    _ = try browser.value("document.querySelector('.play .guess .plain').click()")
    let now = "document.querySelector('.now').textContent"
    let first = try browser.text(now)
    _ = try browser.value("document.querySelectorAll('.steps button')[1].click()")
    XCTAssertNotEqual(try browser.text(now), first)
    _ = try browser.value("document.querySelectorAll('.steps button')[0].click()")
    XCTAssertEqual(try browser.text(now), first)
    let answers = try (0..<4).map { index in
      try browser.text(
        "(() => { document.querySelectorAll('.who button')[\(index)].click(); return document.querySelector('.reply').textContent; })()"
      )
    }
    XCTAssertEqual(answers.map { $0.hasPrefix("Right.") }, [true, false, false, false], "\(answers)")
  }

  func testPrintsAHandOut() throws {
    for name in Self.names {
      let browser = try open(name, isDark: true)
      let pdf = String(decoding: try browser.printed(), as: Unicode.ASCII.self)
      XCTAssertTrue(pdf.hasPrefix("%PDF"), name)
      XCTAssertGreaterThanOrEqual(pdf.ranges(of: "/Type /Page\n").count, name == "index" ? 2 : 4, name)
    }
  }
}

/// Looks at a page for what a reader would stumble over; each returns what it finds, one a line.
private enum Look {
  /// Text that is cut, or wider than the page.
  static let overflow = """
    (() => {
      const found = [];
      if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
      for (const element of document.querySelectorAll('main *')) {
        if (element.closest('svg, .unseen, .scroll') || element.offsetParent === null || !element.textContent.trim()) continue;
        const box = element.getBoundingClientRect();
        if (box.right > innerWidth + 1 || (box.left < -1 && !element.closest('.skip, legend')))
          found.push(`${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`);
      }
      return found.slice(0, 5).join('\\n');
    })()
    """

  /// Text that stands out from what is behind it by less than 4.5 to 1.
  static let contrast = """
    (() => {
      const parts = (text) => (text.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
      const over = ([r, g, b, a = 1], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
      const light = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      const background = (element) => {
        const layers = [];
        for (let at = element; at; at = at.parentElement) layers.push(parts(getComputedStyle(at).backgroundColor));
        return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
      };
      const found = new Set();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.textContent.trim() || element.closest('script, style, .unseen, :disabled, option')) continue;
        if (!element.getClientRects().length) continue;
        const style = getComputedStyle(element);
        const behind = background(element);
        const front = over(parts(element.closest('svg') ? style.fill : style.color), behind);
        const [a, b] = [light(front), light(behind)].sort((a, b) => b - a);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < 4.5) found.add(`${ratio.toFixed(2)} ${element.tagName}.${element.className.baseVal ?? element.className}: ${element.textContent.slice(0, 30)}`);
      }
      return [...found].slice(0, 5).join('\\n');
    })()
    """

  /// Texts of a picture that overlap, or stand beyond its edge.
  static let figures = """
    (() => {
      const found = [];
      for (const svg of document.querySelectorAll('svg[role=img]')) {
        if (!svg.getClientRects().length) continue;
        const edge = svg.getBoundingClientRect();
        const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent).map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
        for (const { text, box } of texts)
          if (box.left < edge.left - 2 || box.right > edge.right + 2 || box.top < edge.top - 2 || box.bottom > edge.bottom + 2) found.push(`beyond the edge: ${text}`);
        texts.forEach((a, i) => texts.slice(i + 1).forEach((b) => {
          const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (width > 1 && height > 4) found.push(`overlap: ${a.text} and ${b.text}`);
        }));
      }
      return found.slice(0, 5).join('\\n');
    })()
    """

  /// What a screen reader goes by: landmarks, one main heading and no level left out, a name for each control.
  static let structure = """
    (() => {
      const found = [];
      for (const landmark of ['main', 'nav', 'header']) if (!document.querySelector(landmark)) found.push(`no ${landmark}`);
      const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter((heading) => heading.offsetParent).map((heading) => Number(heading.tagName[1]));
      if (levels.filter((level) => level === 1).length !== 1) found.push('not one h1');
      levels.forEach((level, i) => { if (i && level > levels[i - 1] + 1) found.push(`h${level} behind h${levels[i - 1]}`); });
      for (const control of document.querySelectorAll('input, select, button, a, summary'))
        if (control.offsetParent && !(control.labels?.length || control.textContent.trim() || control.getAttribute('aria-label'))) found.push(control.outerHTML.slice(0, 80));
      for (const region of document.querySelectorAll('[aria-labelledby]'))
        if (!document.getElementById(region.getAttribute('aria-labelledby'))) found.push(region.getAttribute('aria-labelledby'));
      return found.slice(0, 5).join('\\n');
    })()
    """
}
