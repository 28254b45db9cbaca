import Serving

/// A page of a web site: it computes a little, waits long for a database or another service, and computes a little again.
struct Page: Sendable, Hashable {
  /// How long the page computes, before and after its wait together.
  var work: Duration
  /// How long it waits.
  var wait: Duration

  // [00:10] [00:14] [00:17] Speed is the time of one page, with no other visitor there. It says nothing about a crowd.
  var ownTime: Duration { work + wait }

  // [00:26] [00:28] A page that is done in a tenth of the time lets the next visitor in sooner.
  func faster(by factor: Int) -> Page { Page(work: work / factor, wait: wait / factor) }

  /// The page of this lesson: more than 99 % of its time is waiting.
  static let usual = Page(work: .microseconds(400), wait: .milliseconds(100))

  // [01:15] [01:46] The handler says *that* it waits. What that does to the others is up to the server behind it.
  var handler: Handler {
    { request in
      request.work(for: work / 2)
      try await request.wait(for: wait)
      request.work(for: work / 2)
      return HTTPResponse(.ok, body: "Hello!\n")
    }
  }
}
