import EventLoop
import LessonKit
import Measurement
import Platform
import Serving
import Workload

/// A small scrape: pages are fetched from a server, and their titles collected.
enum Scrape {
  /// Scrapes a server on this machine in real time, and a model of it in virtual time.
  ///
  /// - Parameter serve: begins to serve the pages.
  static func tell(
    _ part: Part, _ machine: Machine, _ watch: Watch,
    serve: () throws(SystemError) -> any Server = PageSite.serve
  ) throws {
    if machine.isExact { return try part.scrape(watch) { ModelSite(stage: $0) } }
    do {
      let server = try serve()
      defer { server.stop(within: .seconds(1)) }
      let port = server.port
      part.say(
        "A server on this machine, at port \(port), that takes 30 to 60 ms over each of its pages. A scraper fetches "
          + "\(PageSite.pages.count) of them over its own connections, and looks for their titles.")
      try part.scrape(watch) { PageClient(port: port, stage: $0) }
    } catch let refusal as SystemError {
      part.cannotMeasure(
        "a-scrape-gains", at: "01:28", Scrape.statement,
        because: "there is no server to scrape, nor a connection to it; the system says: \(refusal)")
    }
  }

  fileprivate static let statement =
    "Web servers gain from it, and programs that talk to other systems, such as scrapers."

  /// What a scrape is made of: for each page the wait for it, and the reading of it.
  static let requests = PageSite.pages.map {
    Workload.Request($0, steps: [.wait("page", PageSite.delay(of: $0)!), .work("title", Scraper.reading)])
  }
}

extension Part {
  // [01:28] [01:29] [01:32] Eight waits for somebody else's server, one after another or together.
  fileprivate func scrape(
    _ watch: Watch, from source: @escaping @Sendable (Stage) -> any PageSource
  ) throws {
    let pages = PageSite.pages
    let lanes = pages.map { Lane($0) }
    let end = Duration.milliseconds(420)
    let inTurn = try show("scrape-in-turn", "A scrape, page after page", lanes: lanes, until: end) {
      try Scraper(site: source($0), stage: $0).titlesInTurn(of: pages)
    }
    let atOnce = try show("scrape-at-once", "The same, all pages at once", lanes: lanes, until: end) {
      try await Scraper(site: source($0), stage: $0).titles(of: pages)
    }
    claimScrape(inTurn, atOnce, watch)
  }

  private func claimScrape(
    _ inTurn: Recording<[String]>, _ atOnce: Recording<[String]>, _ watch: Watch
  ) {
    let gain = inTurn.timeline.makespan / atOnce.timeline.makespan
    claim(
      "a-scrape-gains", at: "01:28", Scrape.statement, measured: gain, unit: "×",
      bound: gainBound(of: Scrape.requests),
      provided: [
        Condition("both find the same titles, in the same order", inTurn.value == atOnce.value),
        Condition("all titles are found", inTurn.value.allSatisfy { !$0.isEmpty }),
      ], disturbed: watch.disturbance,
      because: "\(inTurn.timeline.makespan.inWholeMilliseconds) page after page, "
        + "\(atOnce.timeline.makespan.inWholeMilliseconds) all at once: about as long as the slowest page and the reading of all"
    )
  }
}

/// Fetches pages and reads their titles, in two ways that differ in how they wait.
struct Scraper: Sendable {
  /// How long the reading of a page takes.
  static let reading = Duration.milliseconds(2)

  let site: any PageSource
  let stage: Stage

  func titlesInTurn(of pages: [String]) throws -> [String] {
    try pages.enumerated().map { lane, page in
      try stage.answer(lane: lane) { title(in: try site.page(page)) }
    }
  }

  func titles(of pages: [String]) async throws -> [String] {
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
    stage.loop.work(for: Self.reading)
    guard let start = page.firstRange(of: "<title>"), let end = page.firstRange(of: "</title>") else {
      return ""
    }
    return String(page[start.upperBound..<end.lowerBound])
  }
}
