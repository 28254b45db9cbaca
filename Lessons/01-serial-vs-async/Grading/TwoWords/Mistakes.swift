import LessonKit
import Platform
import Workload

extension TwoWordsGrading {
  static let mistakes = [
    keepsTheThread, awaitsOnlyOne, givesWayFirst, asksBeforeItKnows, asksForAnotherUser, leavesACallOut,
    leavesAStepOut, asksTwice, worksTwice, losesTheError, changesTheError, inventsAnError, changesTheResponse,
    inAnotherOrder, waitsInLine, leavesTheLoop, blocksAnotherThread, triesAgain, stallsOnAnError,
  ]

  /// The serial handler: in a function that isn't `async`, a call is the form that keeps the thread.
  @Sendable private static func serial(_ request: Request, _ site: CourseSite) throws -> Response {
    let request = site.receive(request)
    let user = try site.user(for: request)
    let greeting = site.greet(user, for: request)
    let courses = try site.courses(of: user, for: request)
    return site.respond(greeting, courses, to: request)
  }

  private static let keepsTheThread = Mistake<Function>(
    "keeps-the-thread-as-before",
    says: """
      Your handler still keeps the thread while the database works, so the other requests stand still, as on the serial server. Only \
      in a function that is marked `async` is `site.user` the form that gives the thread back. Mark yours, and then the two calls with \
      `await`.
      """,
    hint: """
      Mark the function `async`, change nothing else, and check again. What does the compiler say, and \
      about which lines?
      """
  ) { request, site in
    try serial(request, site)
  }

  private static let awaitsOnlyOne = Mistake<Function>(
    "awaits-only-one",
    says: """
      One of the two calls gives the thread back, the other still keeps it. While that one waits all other requests stand still, \
      so half the gain is lost. Await both. Inside a closure or a function of your own that isn't `async`, a call keeps the thread.
      """,
    hint: """
      Is there a closure or an inner function around the call that keeps the thread? A call in there \
      takes its form from that, not from your handler.
      """
  ) { request, site in
    let request = site.receive(request)
    let user = try await site.user(for: request)
    let greeting = site.greet(user, for: request)
    let courses = try { try site.courses(of: user, for: request) }()
    return site.respond(greeting, courses, to: request)
  }

  private static let givesWayFirst = Mistake<Function>(
    "gives-way-first",
    says: """
      You let the other requests go first, and then keep the thread all the same: an `await` helps where the wait is, not somewhere \
      before it. Put it before the two calls to the database. They then give the thread back for as long as they wait.
      """,
    hint: """
      Find the first ▓ of request 1 in the picture. Which line of your code is it in? That line needs \
      the `await`.
      """
  ) { request, site in
    let request = site.receive(request)
    await Task.yield()
    let finish = { @Sendable () throws -> Response in
      let user = try site.user(for: request)
      let greeting = site.greet(user, for: request)
      let courses = try site.courses(of: user, for: request)
      return site.respond(greeting, courses, to: request)
    }
    return try finish()
  }

  private static let asksBeforeItKnows = Mistake<Function>(
    "asks-before-it-knows",
    says: """
      You ask for the courses before you know the user. It is the requests that are to overlap, not the steps of one: this handler \
      needs the answer to its first call for the second, so it awaits one and then the other.
      """,
    hint: "Which value does `courses` need, and which line makes it?"
  ) { request, site in
    let request = site.receive(request)
    async let user = site.user(for: request)
    async let courses = site.courses(of: "", for: request)
    return try await site.respond(site.greet(user, for: request), courses, to: request)
  }

  private static let asksForAnotherUser = Mistake<Function>(
    "asks-for-another-user",
    says: """
      You ask for the courses of another user than the one that the database named. Hand on what `site.user` returned, unchanged.
      """,
    hint: "Which constant of yours holds what `site.user` returned, and which value does `site.courses` get?"
  ) { request, site in
    let request = site.receive(request)
    let user = try await site.user(for: request)
    let greeting = site.greet(user, for: request)
    let courses = try await site.courses(of: request.label, for: request)
    return site.respond(greeting, courses, to: request)
  }

  private static let leavesACallOut = Mistake<Function>(
    "leaves-a-call-out",
    says: """
      You make a response without asking the database for all of it. That is fast, and made up. Keep all five steps; two of them \
      get an `await`.
      """,
    hint:
      "What do visitors see if the database isn't asked for their courses?"
  ) { request, site in
    let request = site.receive(request)
    let user = try await site.user(for: request)
    return site.respond(site.greet(user, for: request), [], to: request)
  }

  private static let leavesAStepOut = Mistake<Function>(
    "leaves-a-step-out",
    says: """
      The database is asked, but you leave out a step of the site. Its code has to run as well, although it computes and so needs the \
      thread. Keep all five steps as they are.
      """,
    hint: "Count the calls on `site` in the handler above, and then in yours."
  ) { request, site in
    let user = try await site.user(for: request)
    let greeting = site.greet(user, for: request)
    let courses = try await site.courses(of: user, for: request)
    return site.respond(greeting, courses, to: request)
  }

  private static let asksTwice = Mistake<Function>(
    "asks-twice",
    says: """
      You ask the database for the same thing more than once. Each call is work for it, and the request waits longer. Ask once, and \
      keep the answer in a constant.
      """,
    hint: """
      Count how often `site.user` and `site.courses` stand in your code, and how often each line runs. \
      Which answer could you use again?
      """
  ) { request, site in
    let request = site.receive(request)
    let greeting = site.greet(try await site.user(for: request), for: request)
    let courses = try await site.courses(of: try await site.user(for: request), for: request)
    return site.respond(greeting, courses, to: request)
  }

  private static let worksTwice = Mistake<Function>(
    "works-twice",
    says: """
      You do a step that computes more than once. Waits overlap, work doesn't: each millisecond of it is taken from the other \
      requests. Do every step once.
      """,
    hint: """
      `receive`, `greet` and `respond` keep the thread while they run. Which of them runs twice for one \
      request, and what is its result called?
      """
  ) { request, site in
    let user = try await site.user(for: site.receive(request))
    let greeting = site.greet(user, for: request)
    let courses = try await site.courses(of: user, for: site.receive(request))
    return site.respond(greeting, courses, to: request)
  }

  private static let losesTheError = Mistake<Function>(
    "loses-the-error",
    says: """
      A call threw, and you returned a response as if nothing had happened. `try await` lets the error through to your caller, as `try` \
      alone did before; `try?` loses it.
      """,
    hint: """
      What does the serial handler do when `user` throws? It has no `catch`. Why does it need none?
      """
  ) { request, site in
    let request = site.receive(request)
    let user = (try? await site.user(for: request)) ?? "stranger"
    let greeting = site.greet(user, for: request)
    let courses = (try? await site.courses(of: user, for: request)) ?? []
    return site.respond(greeting, courses, to: request)
  }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      A call threw, and you threw another error. Your caller can no longer tell what went wrong. Let the error through as it is: \
      `try await` does that.
      """,
    hint:
      "Take the `catch` away. What does `try await` do with an error?"
  ) { request, site in
    do { return try await solution(request, site) } catch { throw CancellationError() }
  }

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      No call threw, and yet you threw an error. Throw what a call throws, and nothing else; when both answers are there, return the \
      response.
      """,
    hint: "Which line of yours throws? Under what condition, when all calls have returned?"
  ) { request, site in
    let response = try await solution(request, site)
    guard response.courses.count > 1 else { throw CancellationError() }
    return response
  }

  private static let changesTheResponse = Mistake<Function>(
    "changes-the-response",
    says: """
      All steps are done, but you return something else than the site's response. Hand each step what the one before it returned, and \
      return what `site.respond` makes of it.
      """,
    hint: "What does `site.respond` return for request 1, and what do you do with it before your `return`?"
  ) { request, site in
    var response = try await solution(request, site)
    response.greeting += "!"
    return response
  }

  private static let inAnotherOrder = Mistake<Function>(
    "in-another-order",
    says: """
      The steps are all there, but in another order. `await` doesn't ask for that: the code reads from top to bottom as before, and each \
      step begins when the one above it has ended.
      """,
    hint: "Put the serial handler and yours side by side, line by line. Which line has moved?"
  ) { request, site in
    let request = site.receive(request)
    let user = try await site.user(for: request)
    let courses = try await site.courses(of: user, for: request)
    return site.respond(site.greet(user, for: request), courses, to: request)
  }

  private static let waitsInLine = Mistake<Function>(
    "waits-in-line",
    says: """
      The thread is free while the database works, and yet your requests wait for one another: each begins when the one before it has \
      ended. Let them all begin; on one thread the code of two never runs at the same instant anyway.
      """,
    hint: """
      In the picture, when does request 2 begin to wait for the database? Which line of yours held it back \
      until then?
      """
  ) { request, site in
    let task = last.withLock { last in
      let before = last
      let task = Task(executorPreference: site.loop) {
        _ = await before?.result
        return try await solution(request, site)
      }
      last = task
      return task
    }
    return try await task.value
  }

  /// The request that came last, for one after another.
  private static let last = Guarded<Task<Response, any Error>?>(nil)

  private static let leavesTheLoop = Mistake<Function>(
    GeneralMistake.leavesTheLoop.rawValue,
    says: """
      Part of your handler runs in a task outside the event loop, as `Task { }` and `Task.detached` begin one, or waits on another \
      clock. The handler needs no task of its own: the server has begun one for each request. Mark the function `async`, and the two \
      calls to the database with `await`.
      """,
    hint: "Take the task away and keep what is in it. Which word does the function need now?"
  ) { request, site in
    try await Task.detached { try await solution(request, site) }.value
  }

  private static let blocksAnotherThread = Mistake<Function>(
    "blocks-another-thread",
    says: """
      You moved the call that keeps its thread to another thread. The event loop is free, but now that thread stands still, one for each \
      request that waits: that is a server with threads. Make the call from the handler itself, in the form that you `await`: it needs no \
      second thread.
      """,
    hint: """
      A thousand requests wait for the database. How many threads stand still with your handler, and how many with `await` before the call?
      """
  ) { request, site in
    let request = site.receive(request)
    let user = try await Task.detached { try { try site.user(for: request) }() }.value
    let greeting = site.greet(user, for: request)
    let courses = try await Task.detached { try { try site.courses(of: user, for: request) }() }.value
    return site.respond(greeting, courses, to: request)
  }

  private static let triesAgain = Mistake<Function>(
    "tries-again",
    says: """
      A call threw, and you made it again. The serial handler doesn't: it throws the error at once, and whether to try again is its \
      caller's choice. A database that is overloaded would get twice the calls. Let the first error through.
      """,
    hint:
      "Count the calls to `user` in the serial handler if the first one throws. Which line of yours makes one more?"
  ) { request, site in
    do { return try await solution(request, site) } catch { return try await solution(request, site) }
  }

  private static let stallsOnAnError = Mistake<Function>(
    "stalls-on-an-error",
    says: """
      When no call throws you return, but when one does you wait for ever: what you wait for only comes from a call that succeeds. Let the \
      error end the wait, too. `try await` does that by itself; a continuation has to be resumed on every road, with the error as well.
      """,
    hint:
      "Follow your code from the line at which `user` throws. What would have to happen for your handler to return?"
  ) { request, site in
    try await withCheckedThrowingContinuation { continuation in
      Task(executorPreference: site.loop) {
        if let response = try? await solution(request, site) {
          continuation.resume(returning: response)
        } else {
          unresumed.withLock { $0.append(continuation) }
        }
      }
    }
  }

  /// Kept for ever, so that nothing complains of their loss.
  private static let unresumed = Guarded<[CheckedContinuation<Response, any Error>]>([])
}
