import EventLoop
import LessonKit
import Measurement
import Platform
import Report
import Serving
import Workload

/// A small scrape: pages are fetched from a server, and their titles collected.
struct Scrape: StoryPart {
  static let id = "scrape"
  static let title = "Pages from someone else's server"
  static let whatIf: WhatIf? = WhatIf("What if there is one core only?", "--cores 1")

  /// Begins to serve the pages, in real time.
  var serve: @Sendable () throws(SystemError) -> any Server = PageSite.serve

  struct Evidence {
    /// Page after page, and all of them at once; or why there are no pages.
    var scrapes: Result<(inOrder: Recording<[String]>, atOnce: Recording<[String]>), any Error>

    var inOrder: Recording<[String]>? { try? scrapes.get().inOrder }
    var atOnce: Recording<[String]>? { try? scrapes.get().atOnce }
  }

  /// What a scrape is made of: for each page the wait for it, and the reading of it.
  static let requests = PageSite.pages.map {
    Request($0, steps: [.wait("page", PageSite.delay(of: $0)!), .work("title", Scraper.reading)])
  }

  func tell(_ telling: Telling) throws -> Evidence {
    let pages = PageSite.pages
    if telling.isExact { return Evidence(scrapes: .success(try telling.scrape { ModelSite(loop: $0) })) }
    do {
      let server = try serve()
      defer { server.stop(within: .seconds(1)) }
      let port = server.port
      telling.say(
        "A server on this machine, at port \(port), takes 30 to 60 ms for each of its pages. A scraper fetches \(pages.count) of "
          + "them, each over a connection of its own, and reads their titles.")
      return Evidence(scrapes: .success(try telling.scrape { HTTPClient(port: port, loop: $0) }))
    } catch {
      return Evidence(scrapes: .failure(error))
    }
  }
}

extension Telling {
  /// Scrapes all pages in both ways.
  fileprivate func scrape(
    from site: @escaping @Sendable (EventLoop) -> any PageSource
  ) throws -> (inOrder: Recording<[String]>, atOnce: Recording<[String]>) {
    let pages = PageSite.pages
    let end = Duration.milliseconds(420)
    return (
      try show("scrape-in-order", "A scrape, page after page", Scrape.requests, until: end) {
        try Scraper(loop: $0, site: site($0)).titlesInOrder(of: pages)
      },
      try show("scrape-at-once", "The same, all pages at once", Scrape.requests, until: end) {
        try await Scraper(loop: $0, site: site($0)).titles(of: pages)
      }
    )
  }
}
