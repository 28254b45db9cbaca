import EventLoop
import LessonKit
import Platform

/// A site's pages and its counter of visits.
final class Visits: Sendable {
  /// There is no such page.
  struct NoSuchPage: Error, Equatable {}

  /// How many visits there have been. Between two lines without an `await` no other task on the loop runs.
  var count: Int {
    get {
      note()
      return state.withLock { log in
        log.reads += 1
        return log.count
      }
    }
    set {
      note()
      state.withLock { log in
        log.writes.append(.init(from: log.count, to: newValue, pages: log.pages))
        log.count = newValue
      }
    }
  }

  /// Asks for a page.
  func page(_ number: Int) async throws -> String {
    let page: String = try await probe.call(
      number, takes: .milliseconds(takes[number]),
      number == failing ? .failure(NoSuchPage()) : .success("page \(number)"))
    state.withLock { $0.pages += 1 }
    return page
  }

  // For the grading.

  /// What was done with the counter.
  struct Log: Sendable {
    /// A write, and what stood there before.
    struct Write: Sendable {
      var from: Int
      var to: Int
      /// How many pages were there by then.
      var pages: Int
    }

    var count = 0
    var reads = 0
    var pages = 0
    var writes: [Write] = []
    var isUsedElsewhere = false
    /// How many times the counter had been written as each request returned.
    var atReturns: [Int] = []
  }

  let probe: Probe
  private let takes: [Int]
  private let failing: Int?
  private let state = Guarded(Log())

  /// - Parameters:
  ///   - takes: how long each page takes, in milliseconds.
  ///   - failing: the request whose page there isn't.
  init(on probe: Probe, takes: [Int], failing: Int? = nil) {
    self.probe = probe
    self.takes = takes
    self.failing = failing
  }

  var log: Log { state.withLock { $0 } }

  func noteReturn() { state.withLock { $0.atReturns.append($0.writes.count) } }

  private func note() {
    if !probe.loop.isCurrent { state.withLock { $0.isUsedElsewhere = true } }
  }
}
