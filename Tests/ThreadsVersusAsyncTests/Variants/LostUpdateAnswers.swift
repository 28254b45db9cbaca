import EventLoop
import LessonKit
import Synchronization

@testable import LostUpdateExercise

/// Answers to `lost-update` as learners would write them.
enum LostUpdateAnswers {
  typealias Function = @Sendable (Int, Visits) async throws -> String
  private struct Failed: Error {}

  static let right: [(String, Function)] = [
    (
      "counts after the page",
      { number, visits in
        let page = try await visits.page(number)
        visits.count += 1
        return page
      }
    ),
    (
      "reads and writes by hand",
      { number, visits in
        let page = try await visits.page(number)
        let before = visits.count
        visits.count = before + 1
        return page
      }
    ),
    (
      "counts in a defer, after an error too early to reach it",
      { number, visits in
        let page = try await visits.page(number)
        defer { visits.count += 1 }
        return page
      }
    ),
    (
      "a child task asks",
      { number, visits in
        async let page = visits.page(number)
        let there = try await page
        visits.count += 1
        return there
      }
    ),
    (
      "catches, and throws again",
      { number, visits in
        do {
          let page = try await visits.page(number)
          visits.count += 1
          return page
        } catch { throw error }
      }
    ),
    (
      "a task that it waits for",
      { number, visits in
        let page = try await visits.page(number)
        await Task(executorPreference: visits.probe.loop) { visits.count += 1 }.value
        return page
      }
    ),
  ]
  static let wrong: [(String, String, Function)] = [
    (
      "as it was", "awaits-between-read-and-write",
      { number, visits in
        let before = visits.count
        let page = try await visits.page(number)
        visits.count = before + 1
        return page
      }
    ),
    (
      "gives way between", "awaits-between-read-and-write",
      { number, visits in
        let page = try await visits.page(number)
        let before = visits.count
        await Task.yield()
        visits.count = before + 1
        return page
      }
    ),
    (
      "reads twice, writes the first", "awaits-between-read-and-write",
      { number, visits in
        let before = visits.count
        let page = try await visits.page(number)
        visits.count = max(before, min(visits.count, before)) + 1
        return page
      }
    ),
    (
      "counts first", "counts-what-failed",
      { number, visits in
        visits.count += 1
        return try await visits.page(number)
      }
    ),
    (
      "puts back what it had read", "puts-back-an-old-count",
      { number, visits in
        let before = visits.count
        visits.count = before + 1
        do { return try await visits.page(number) } catch {
          visits.count = before
          throw error
        }
      }
    ),
    (
      "begins again at nothing", "puts-back-an-old-count",
      { number, visits in
        visits.count += 1
        do { return try await visits.page(number) } catch {
          visits.count = 0
          throw error
        }
      }
    ),
    (
      "takes back one", "counts-too-early",
      { number, visits in
        visits.count += 1
        do { return try await visits.page(number) } catch {
          visits.count -= 1
          throw error
        }
      }
    ),
    (
      "takes back what it has not counted", "takes-off-too-much",
      { number, visits in
        do {
          let page = try await visits.page(number)
          visits.count += 1
          return page
        } catch {
          visits.count -= 1
          throw error
        }
      }
    ),
    (
      "counts whatever happens", "counts-what-failed",
      { number, visits in
        defer { visits.count += 1 }
        return try await visits.page(number)
      }
    ),
    (
      "forgets to write back", "never-counts",
      { number, visits in
        var count = visits.count
        let page = try await visits.page(number)
        count += 1
        return count > 0 ? page : ""
      }
    ),
    (
      "takes the request's number", "sets-without-reading",
      { number, visits in
        let page = try await visits.page(number)
        visits.count = number + 2
        return page
      }
    ),
    (
      "counts an error as an empty page", "loses-the-error",
      { number, visits in
        let page = (try? await visits.page(number)) ?? ""
        visits.count += 1
        return page
      }
    ),
    (
      "an error of its own", "changes-the-error",
      { number, visits in
        guard let page = try? await visits.page(number) else { throw Failed() }
        visits.count += 1
        return page
      }
    ),
    (
      "asks again to be sure", "asks-twice",
      { number, visits in
        _ = try await visits.page(number)
        visits.count += 1
        return try await visits.page(number)
      }
    ),
    (
      "a detached task counts", "leaves-the-loop",
      { number, visits in
        let page = try await visits.page(number)
        await Task.detached { visits.count += 1 }.value
        return page
      }
    ),
    (
      "only if nothing has changed", "skips-visits",
      { number, visits in
        let before = visits.count
        let page = try await visits.page(number)
        guard visits.count == before else { return page }
        visits.count += 1
        return page
      }
    ),
    (
      "in a task of its own", "leaves-the-loop",
      { number, visits in
        let page = try await visits.page(number)
        Task { visits.count += 1 }
        return page
      }
    ),
    (
      "in a task that nothing waits for", "leaves-it-to-a-task",
      { number, visits in
        let page = try await visits.page(number)
        Task(executorPreference: visits.probe.loop) { visits.count += 1 }
        return page
      }
    ),
    (
      "the same, and it sleeps", "leaves-it-to-a-task",
      { number, visits in
        let page = try await visits.page(number)
        Task(executorPreference: visits.probe.loop) {
          try await visits.probe.loop.sleep(for: .milliseconds(5))
          visits.count += 1
        }
        return page
      }
    ),
    (
      "a task that sleeps, and counts nothing", "never-counts",
      { number, visits in
        Task(executorPreference: visits.probe.loop) {
          try await visits.probe.loop.sleep(for: .milliseconds(50))
        }
        return try await visits.page(number)
      }
    ),
    (
      "again after an error", "asks-twice",
      { number, visits in
        for _ in 0..<2 { if let page = try? await visits.page(number) { visits.count += 1; return page } }
        throw Visits.NoSuchPage()
      }
    ),
    ("does nothing", "never-asks", { _, _ in "" }),
    (
      "a constant", "never-asks",
      { number, visits in
        visits.count = 5
        return "page 0"
      }
    ),
    ("throws at once", "invents-an-error", { _, _ in throw Visits.NoSuchPage() }),
  ]
}
