import EventLoop
import LessonKit
import Platform

extension LostUpdateGrading {
  static let mistakes = [
    awaitsBetween, waitsInLine, countsWhatFailed, neverCounts, countsTwice, skipsVisits, setsWithoutReading,
    losesTheError,
    changesTheError, inventsAnError, neverAsks, asksTwice, changesThePage,
    countsTooEarly, putsBackAnOldCount, takesOffTooMuch, leavesItToATask,
  ]

  private static let leavesItToATask = Mistake<Function>(
    "leaves-it-to-a-task",
    says: """
      You return before the visit is counted: some task of yours counts it later, and you don't await it. A caller that reads `count` right after \
      your return doesn't find the visit, and if the program ends then, it is lost. Counting needs no task: `visits.count += 1` is a line.
      """,
    hint: "You return the page. Which line has counted it by then?"
  ) { number, visits in
    let page = try await visits.page(number)
    Task(executorPreference: visits.probe.loop) { visits.count += 1 }
    return page
  }

  private static let awaitsBetween = Mistake<Function>(
    "awaits-between-read-and-write",
    says: """
      Between your read of `count` and your write you await, and meanwhile other requests count. Your write puts back a number \
      from before, and their visits are lost. Read and write with no `await` between them: `visits.count += 1` after the page.
      """,
    hint: "Two requests read 7 before either of them writes. What does each of them write?"
  ) { number, visits in
    let before = visits.count
    let page = try await visits.page(number)
    visits.count = before + 1
    return page
  }

  private static let waitsInLine = Mistake<Function>(
    "waits-in-line",
    says: """
      No visit is lost, but the requests wait for their pages one after another. Only the read and the write have to stay \
      together, and they take no time; the wait for the page needs no protection.
      """,
    hint: "Three pages take 100 ms each. What is the second request waiting for in the first 100?"
  ) { number, visits in
    let task = last.withLock { last in
      let before = last
      let task = Task(executorPreference: visits.probe.loop) {
        _ = await before?.result
        return try await solution(number, visits)
      }
      last = task
      return task
    }
    return try await task.value
  }

  private static let countsWhatFailed = Mistake<Function>(
    "counts-what-failed",
    says: """
      You count a visit although there was no page to see: you count before you know, or whatever happens. Wait for the page \
      first; where it throws, the line that counts isn't reached.
      """,
    hint: "The page throws. Has your line that counts run by then?"
  ) { number, visits in
    visits.count += 1
    return try await visits.page(number)
  }

  private static let countsTooEarly = Mistake<Function>(
    "counts-too-early",
    says: """
      You count a visit before its page is there, and take it back if there is none. In between, everyone who reads `count` reads a visit \
      that never was. Wait for the page first; then there is nothing to take back.
      """,
    hint:
      "While a request waits for a page that doesn't exist, another one shows `count` to its reader. What does it show?"
  ) { number, visits in
    visits.count += 1
    do {
      return try await visits.page(number)
    } catch {
      visits.count -= 1
      throw error
    }
  }

  private static let putsBackAnOldCount = Mistake<Function>(
    "puts-back-an-old-count",
    says: """
      Where a page is missing you write the count from before again. It is an old number by now: while you waited others have counted, and \
      your write undoes their visits. Count only when the page is there; then there is nothing to put back.
      """,
    hint:
      "You read 7, others count up to 9, and then your page throws. What do you write, and whose visits are gone?"
  ) { number, visits in
    let before = visits.count
    visits.count = before + 1
    do {
      return try await visits.page(number)
    } catch {
      visits.count = before
      throw error
    }
  }

  private static let takesOffTooMuch = Mistake<Function>(
    "takes-off-too-much",
    says: """
      Where a page is missing you take a visit off that you have not added, and so another request's visit is gone. Count when the page is \
      there, and do nothing to the counter where it is not.
      """,
    hint:
      "Follow a request whose page throws through your code. How often does it add one, and how often take one off?"
  ) { number, visits in
    do {
      let page = try await visits.page(number)
      visits.count += 1
      return page
    } catch {
      visits.count -= 1
      throw error
    }
  }

  private static let neverCounts = Mistake<Function>(
    "never-counts",
    says: """
      You return the page and never write `visits.count`. A copy of it in a variable of your own counts nothing: write the new \
      number back.
      """,
    hint: "Which of your lines begins with `visits.count`?"
  ) { number, visits in
    try await visits.page(number)
  }

  private static let skipsVisits = Mistake<Function>(
    "skips-visits",
    says: """
      You write nothing for some of the visits whose page is there. That the counter has changed since you read it is no reason to leave your own \
      visit out: the others counted theirs. Read it after the page, and add one to what stands there then.
      """,
    hint:
      "Two requests have read 0, and one has written 1. What does the other do, and what should stand there in the end?"
  ) { number, visits in
    let before = visits.count
    let page = try await visits.page(number)
    if visits.count == before { visits.count = before + 1 }
    return page
  }

  private static let countsTwice = Mistake<Function>(
    "counts-twice",
    says: """
      The counter shows more visits than there were. Each request counts one, once: is there a second line that counts, for \
      example before the page and after it?
      """,
    hint: "Follow one single request through your code. How often does it change the counter?"
  ) { number, visits in
    visits.count += 1
    let page = try await visits.page(number)
    visits.count += 1
    return page
  }

  private static let setsWithoutReading = Mistake<Function>(
    "sets-without-reading",
    says: """
      You write a number that doesn't depend on what the counter shows. A visit adds one to the visits of all others, so read \
      the counter first: `visits.count += 1` does both.
      """,
    hint: "The counter shows 41. What does your line write, and how does it know of the 41?"
  ) { number, visits in
    let page = try await visits.page(number)
    visits.count = 7
    return page
  }

  private static let losesTheError = Mistake<Function>(
    "loses-the-error",
    says: """
      There was no page, and you return as if there were one. Let the error of `page` through: `try` without `?` does that.
      """,
    hint: "What do you return if there is no page?"
  ) { number, visits in
    (try? await solution(number, visits)) ?? ""
  }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      You throw another error than `page` did, so the caller can't tell what has gone wrong. Let the error through as it is.
      """,
    hint: "Which line of yours does the page's error have to pass on its way to the caller?"
  ) { number, visits in
    do { return try await solution(number, visits) } catch { throw CancellationError() }
  }

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      The page was there, and you threw an error. Throw only what `page` throws, and return the page in all other cases.
      """,
    hint: "Which of your conditions is true although the page is there?"
  ) { number, visits in
    _ = try await solution(number, visits)
    throw Visits.NoSuchPage()
  }

  private static let neverAsks = Mistake<Function>(
    "never-asks",
    says: """
      You never ask for the page. What you return has to come from `try await visits.page(number)`, and a visit counts only when \
      that has returned.
      """,
    hint: "Where does the page that you return come from?"
  ) { number, visits in
    visits.count += 1
    return "page \(number)"
  }

  private static let asksTwice = Mistake<Function>(
    "asks-twice",
    says: """
      You ask for the same page more than once. Each call is work for the site. Ask once, and keep what it returned while you \
      count.
      """,
    hint: "Which of your calls' results do you not use?"
  ) { number, visits in
    _ = try await visits.page(number)
    return try await solution(number, visits)
  }

  private static let changesThePage = Mistake<Function>(
    "changes-the-page",
    says: """
      The visit is counted, but you return something else than the page. Return what `visits.page(number)` returned, unchanged.
      """,
    hint: "Compare what `page` returned with your `return`."
  ) { number, visits in
    _ = try await solution(number, visits)
    return "thank you"
  }

  /// What was asked for last, for one after another.
  private static let last = Guarded<Task<String, any Error>?>(nil)
}
