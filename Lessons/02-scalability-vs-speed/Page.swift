import Serving

/// The page that all servers answer with: a little work, a long wait for somebody else, and a little work again.
struct Page: Sendable, Hashable {
  /// How long the page computes, before and after its wait together.
  var work: Duration
  /// How long it waits for a database or another service.
  var wait: Duration

  /// The page of this lesson: of its time it waits more than 99 %.
  static let usual = Page(work: .microseconds(400), wait: .milliseconds(100))

  /// How long the page takes where nobody else is there.
  var ownTime: Duration { work + wait }

  /// The same page, so many times as fast.
  func faster(by factor: Int) -> Page { Page(work: work / factor, wait: wait / factor) }

  // [01:46] The handler. It says that it waits, and the server it stands behind decides what that does to the others.
  var handler: Handler {
    { request in
      request.work(for: work / 2)
      try await request.wait(for: wait)
      request.work(for: work / 2)
      return Response(.ok, body: "Hello, whoever you are, and however many.\n")
    }
  }
}
