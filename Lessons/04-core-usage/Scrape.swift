import EventLoop
import LessonKit
import Measurement

/// A small scrape: pages are fetched from a server, and their titles collected.
enum Scrape {
  static func tell(_ part: Part) throws {
    let pages = (1...8).map { "/page/\($0)" }
    let lanes = pages.map { Lane($0) }
    let end = Duration.milliseconds(420)
    let inTurn = try part.show("scrape-in-turn", "A scrape, page after page", lanes: lanes, until: end) {
      stage in
      try Scraper(site: PageServer(loop: stage.loop)).titlesInTurn(of: pages, on: stage)
    }
    let atOnce = try part.show("scrape-at-once", "The same, all pages at once", lanes: lanes, until: end) {
      stage in
      try await Scraper(site: PageServer(loop: stage.loop)).titles(of: pages, on: stage)
    }
    part.claimScrape(inTurn, atOnce)
  }
}

extension Part {
  // [01:28] [01:29] [01:32] Eight waits for somebody else's server, one after another or together.
  fileprivate func claimScrape(_ inTurn: Recording<[String]>, _ atOnce: Recording<[String]>) {
    let gain = inTurn.timeline.makespan / atOnce.timeline.makespan
    claim(
      "a-scrape-gains", at: "01:28",
      "Web servers gain from it, and programs that talk to other systems, such as scrapers.", measured: gain,
      unit: "×",
      bound: exactly(376.0 / 64, inRealTime: .atLeast(376.0 / 64 / 2)),
      provided: [
        Condition("both find the same titles, in the same order", inTurn.value == atOnce.value),
        Condition("all titles are found", inTurn.value.allSatisfy { !$0.isEmpty }),
      ],
      because: "\(inTurn.timeline.makespan.inWholeMilliseconds) page after page, "
        + "\(atOnce.timeline.makespan.inWholeMilliseconds) all at once: about as long as the slowest page and the reading of all"
    )
  }
}

/// Fetches pages and reads their titles, in two ways that differ in how they wait.
struct Scraper: Sendable {
  let site: PageServer

  func titlesInTurn(of pages: [String], on stage: Stage) throws -> [String] {
    try pages.enumerated().map { lane, page in
      try stage.answer(lane: lane) { title(in: try site.page(page)) }
    }
  }

  func titles(of pages: [String], on stage: Stage) async throws -> [String] {
    let tasks = pages.enumerated().map { lane, page in
      Task(executorPreference: stage.loop) {
        try await stage.answer(lane: lane) { title(in: try await site.page(page)) }
      }
    }
    var titles: [String] = []
    for task in tasks { titles.append(try await task.value) }
    return titles
  }

  /// Reading a page is computing, and so takes its turn.
  private func title(in page: String) -> String {
    site.loop.work(for: .milliseconds(2))
    guard let start = page.firstRange(of: "<title>"), let end = page.firstRange(of: "</title>") else {
      return ""
    }
    return String(page[start.upperBound..<end.lowerBound])
  }
}

/// A server of pages that takes its time: 30 to 60 ms, depending on the page. Every call comes in two forms: one keeps the
/// thread until the page is there, and one, to be awaited, gives it back.
struct PageServer: Sendable {
  /// Thrown for a page that there is not.
  struct NotFound: Error, Hashable {
    var path: String
  }

  let loop: EventLoop

  func page(_ path: String) throws -> String {
    loop.block(for: try delay(of: path))
    return html(path)
  }

  func page(_ path: String) async throws -> String {
    try await loop.sleep(for: try delay(of: path))
    return html(path)
  }

  private func delay(of path: String) throws -> Duration {
    guard let number = path.split(separator: "/").last.flatMap({ Int($0) }) else {
      throw NotFound(path: path)
    }
    return .milliseconds(30 + 10 * (number % 4))
  }

  private func html(_ path: String) -> String { "<html><title>The page at \(path)</title></html>" }
}
