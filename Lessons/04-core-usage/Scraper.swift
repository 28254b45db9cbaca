import EventLoop

/// Where pages come from. Every call comes in two forms: one keeps the thread until the page is there, and one, to be
/// awaited, gives it back.
protocol PageSource: Sendable {
  func get(_ path: String) throws -> String
  nonisolated(nonsending) func get(_ path: String) async throws -> String
}

/// Fetches pages from someone else's server and reads their titles.
struct Scraper: Sendable {
  let loop: EventLoop
  let site: any PageSource

  // [01:28] [01:29] A page is asked for, waited for, and read; and then comes the next one.
  func titlesInOrder(of pages: [String]) throws -> [String] {
    try pages.map { page in
      try loop.answer(page) { title(in: try site.get(page)) }
    }
  }

  // [01:32] All pages are asked for, and waited for at the same time. They are read one by one: reading is computing.
  func titles(of pages: [String]) async throws -> [String] {
    let tasks = pages.map { page in
      Task(executorPreference: loop) {
        try await loop.answer(page) { title(in: try await site.get(page)) }
      }
    }
    var titles: [String] = []
    for task in tasks { titles.append(try await task.value) }
    return titles
  }

  /// How long a page takes to read.
  static let reading = Duration.milliseconds(2)

  private func title(in page: String) -> String {
    loop.work(for: Self.reading)
    guard let start = page.firstRange(of: "<title>"), let end = page.firstRange(of: "</title>") else {
      return ""
    }
    return String(page[start.upperBound..<end.lowerBound])
  }
}
