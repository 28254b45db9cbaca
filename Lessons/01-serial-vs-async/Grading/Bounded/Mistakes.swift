import EventLoop
import LessonKit
import Platform
import Workload

extension BoundedGrading {
  static let mistakes = [
    noBound, inBatches, oneAtATime, losesTheSlot, throwsTheFirstError, oneTooMany, oneTooFew, fixedLimit,
    letsTooManyIn,
    countsTooLate, neverFreesTheSlot, leavesRequestsOut, guessesTheTime, dealsOutBeforehand,
    waitsForTheOldest, asksTwice, triesAgain, stallsOnAnError,
    returnsEarly, losesResults, completionOrder, losesTheOrder, changesTheError, makesResultsUp,
    inventsAnError, cancelsTheOthers,
    leavesWorkBehind, capsTheLimit, sortsByLabel, partOfTheLimit, stopsAtAnError,
  ]

  private static let noBound = Mistake<Function>(
    "no-bound",
    says: """
      You start all requests at once, and the database accepts only `limit` connections. Start the next request when another \
      one is answered.
      """,
    hint: "Count the bars in your picture that begin at 0. How many may there be?"
  ) { requests, _, _, answer in
    await all(requests[...], answer)
  }

  private static let inBatches = Mistake<Function>(
    "in-batches",
    says: """
      You wait for a whole batch to finish before you start the next one. Slots that became free early stay empty until the \
      slowest request of the batch is done. Start the next request as soon as any slot is free.
      """,
    hint: """
      Look for the first gap below a bar in your picture. Which request could have begun there, and what \
      were you waiting for?
      """
  ) { requests, limit, _, answer in
    var results: [Answered] = []
    for start in stride(from: 0, to: requests.count, by: limit) {
      results += await all(requests[start..<min(start + limit, requests.count)], answer)
    }
    return results
  }

  private static let oneAtATime = Mistake<Function>(
    "one-at-a-time",
    says: """
      You answer one request at a time. That respects the limit, but leaves all slots except one unused. Start as many \
      requests as there are slots before you await any.
      """,
    hint: "Is there a moment in your picture at which more than one request is under way?"
  ) { requests, _, _, answer in
    var results: [Answered] = []
    for request in requests {
      results.append(await result(of: request, answer))
    }
    return results
  }

  private static let losesTheSlot = Mistake<Function>(
    "loses-the-slot",
    says: """
      A request that failed did not free its slot, so fewer and fewer run at once, and in the end none. Free the slot no \
      matter how the request ends, for example with `defer`.
      """,
    hint: """
      After a request has thrown, how many are under way at most? Which line gives the slot back, and is \
      it reached on an error?
      """
  ) { requests, limit, loop, answer in
    let slots = Places(limit)
    let tasks = requests.map { request in
      Task(executorPreference: loop) {
        await slots.take()
        // An error leaves here and never gets to the line that frees the slot.
        let response = try await answer(request)
        slots.giveBack()
        return response
      }
    }
    var results: [Answered] = []
    for task in tasks { results.append(await task.result) }
    return results
  }

  private static let throwsTheFirstError = Mistake<Function>(
    "throws-the-first-error",
    says: """
      One request failed, and you threw its error, so the other requests get no answer at all. Its error is the result of that \
      one request; every other request has a result of its own.
      """,
    hint: """
      One of four requests fails. What does the caller learn of the other three? A `Result` can hold an \
      error.
      """
  ) { requests, limit, _, answer in
    try await withThrowingTaskGroup(of: (place: Int, response: Response).self) { group in
      var answered: [(place: Int, response: Response)] = []
      for (place, request) in requests.enumerated() {
        if place >= limit, let next = try await group.next() { answered.append(next) }
        group.addTask { (place, try await answer(request)) }
      }
      for try await next in group { answered.append(next) }
      return answered.sorted { $0.place < $1.place }.map { .success($0.response) }
    }
  }

  private static let oneTooMany = Mistake<Function>(
    "one-too-many",
    says: """
      You let one request more in than the limit allows: the database refuses it. Count again who is in progress at the moment at which \
      a request starts, and start it only while that is less than `limit`.
      """,
    hint: "With a limit of 1, how many requests begin before you first wait? Compare with `limit`."
  ) { requests, limit, loop, answer in
    try await solution(requests, limit + 1, loop, answer)
  }

  private static let oneTooFew = Mistake<Function>(
    "one-too-few",
    says: """
      You leave one slot empty all the time. `limit` requests may be in progress at once, not one fewer: start the next as long as fewer \
      than `limit` are.
      """,
    hint: "With a limit of 1, does any request begin? With 2, how many are under way?"
  ) { requests, limit, loop, answer in
    try await solution(requests, max(1, limit - 1), loop, answer)
  }

  private static let fixedLimit = Mistake<Function>(
    "fixed-limit",
    says: """
      You let the same number of requests in whatever `limit` says. The database decides how many connections it accepts: count up to \
      `limit`.
      """,
    hint: "How often does `limit` stand in your code? Look for a number where it should be."
  ) { requests, limit, loop, answer in
    try await solution(requests, 2, loop, answer)
  }

  private static let capsTheLimit = Mistake<Function>(
    "caps-the-limit",
    says: """
      You keep to a small limit, but never let in more than a number of your own, however many the database accepts. `limit` alone says how \
      many may be in progress: leave the other number out.
      """,
    hint: "With a limit of 16 and twenty requests, how many do you begin at first? What stops the next one?"
  ) { requests, limit, loop, answer in
    try await solution(requests, min(limit, 5), loop, answer)
  }

  private static let partOfTheLimit = Mistake<Function>(
    "part-of-the-limit",
    says: """
      You use only a part of the slots, and the larger the limit, the more stay empty. The database accepts `limit` requests at once, so \
      `limit` of them may be in progress: there is nothing to divide.
      """,
    hint:
      "With a limit of 8 and twenty requests, how many do you begin at first? What do you calculate from `limit`?"
  ) { requests, limit, loop, answer in
    try await solution(requests, max(1, limit / 2), loop, answer)
  }

  private static let stopsAtAnError = Mistake<Function>(
    "stops-at-an-error",
    says: """
      A request failed, and you started no other after it, although slots were free. An error belongs to one request: \
      store it, and carry on with the rest.
      """,
    hint:
      "Request 1 fails, and request 2 is answered after that. Which line of yours decides whether request 3 begins then?"
  ) { requests, limit, _, answer in
    await withTaskGroup(of: (place: Int, result: Answered).self) { group in
      var waiting = requests.enumerated().makeIterator()
      var results: [Answered] = requests.map { _ in .failure(CancellationError()) }
      var hasFailed = false
      func beginNext() {
        guard !hasFailed, let (place, request) = waiting.next() else { return }
        group.addTask { (place, await result(of: request, answer)) }
      }
      for _ in 0..<limit { beginNext() }
      for await answered in group {
        results[answered.place] = answered.result
        if case .failure = answered.result { hasFailed = true }
        beginNext()
      }
      return results
    }
  }

  private static let sortsByLabel = Mistake<Function>(
    "sorts-by-label",
    says: """
      You put the results in order by their requests' labels. The order of `requests` need not be that of their names: remember each \
      request's place next to its task.
      """,
    hint: "What if the requests come as request 3, request 1, request 2?"
  ) { requests, limit, loop, answer in
    try await solution(requests.sorted { $0.label < $1.label }, limit, loop, answer)
  }

  private static let letsTooManyIn = Mistake<Function>(
    "lets-too-many-in",
    says: """
      You begin with as many as you may, but when a slot becomes free you start more than one request. One answer frees one slot: start \
      one request for it.
      """,
    hint: """
      When one request ends, how many do you add: one, or all that are left? Is there a `while` where an \
      `if` should be?
      """
  ) { requests, limit, loop, answer in
    await withTaskGroup(of: (place: Int, result: Answered).self) { group in
      var waiting = requests.enumerated().makeIterator()
      var results = [Answered?](repeating: nil, count: requests.count)
      func begin(_ next: (offset: Int, element: Request)) {
        group.addTask { (next.offset, await result(of: next.element, answer)) }
      }
      for _ in 0..<limit { if let next = waiting.next() { begin(next) } }
      for await answered in group {
        results[answered.place] = answered.result
        while let next = waiting.next() { begin(next) }
      }
      return results.compactMap { $0 }
    }
  }

  private static let countsTooLate = Mistake<Function>(
    "counts-too-late",
    says: """
      You check how many are in progress and count the new one later, so others pass the check meanwhile. Check and count in one step, \
      without an `await` in between.
      """,
    hint: """
      Two requests check at the same moment, with one slot free. What does each of them see? Who counts \
      first?
      """
  ) { requests, limit, loop, answer in
    let inProgress = Guarded(0)
    var tasks: [Task<Response, any Error>] = []
    for request in requests {
      while inProgress.withLock({ $0 }) >= limit { try await loop.sleep(for: .milliseconds(1)) }
      tasks.append(
        Task(executorPreference: loop) {
          inProgress.withLock { $0 += 1 }
          defer { inProgress.withLock { $0 -= 1 } }
          return try await answer(request)
        })
      // Each other request gives the child a chance to be counted.
      if tasks.count.isMultiple(of: limit + 2) { await Task.yield() }
    }
    var results: [Answered] = []
    for task in tasks { results.append(await task.result) }
    return results
  }

  private static let neverFreesTheSlot = Mistake<Function>(
    "never-frees-the-slot",
    says: """
      You take a slot for each request and never give it back, so only the first requests are answered, and all others wait for ever. \
      Free the slot when its request is answered, for example with `defer`.
      """,
    hint: "Where do you give a slot back? Follow one request to its end."
  ) { requests, limit, loop, answer in
    let slots = Places(limit)
    let tasks = requests.map { request in
      Task(executorPreference: loop) {
        await slots.take()
        return try await answer(request)
      }
    }
    var results: [Answered] = []
    for task in tasks { results.append(await task.result) }
    return results
  }

  private static let leavesRequestsOut = Mistake<Function>(
    "leaves-requests-out",
    says: """
      You did not start every request. The limit says how many may be in progress at once, not how many are answered: go on until none is \
      left.
      """,
    hint: "Six requests, two slots: the first two have ended. Which line of yours starts the third?"
  ) { requests, limit, loop, answer in
    try await solution(Array(requests.prefix(limit)), limit, loop, answer)
  }

  private static let guessesTheTime = Mistake<Function>(
    "guesses-the-time",
    says: """
      You look every so often whether a slot is free, or wait for a guessed time. Between two looks a free slot stays empty, and each look is \
      work for nothing. Let the request that ends start the next one: await it.
      """,
    hint: """
      Who knows first that a slot is free? Let that one start the next request, and leave the clock out.
      """
  ) { requests, limit, loop, answer in
    let inProgress = Guarded(0)
    let tasks = requests.map { request in
      Task(executorPreference: loop) {
        while !inProgress.withLock({ count in
          defer { count = min(count + 1, limit) }
          return count < limit
        }) { try await loop.sleep(for: .milliseconds(1)) }
        defer { inProgress.withLock { $0 -= 1 } }
        return try await answer(request)
      }
    }
    var results: [Answered] = []
    for task in tasks { results.append(await task.result) }
    return results
  }

  private static let dealsOutBeforehand = Mistake<Function>(
    "deals-out-beforehand",
    says: """
      You decide beforehand which slot answers which request. A slot that has quick requests is done early and stays empty, while others wait \
      for a slow one. Let all slots take from one queue.
      """,
    hint: "One worker has all the short requests. What does it do when it is done with them?"
  ) { requests, limit, loop, answer in
    let results = Guarded([Answered?](repeating: nil, count: requests.count))
    await withDiscardingTaskGroup { group in
      for slot in 0..<limit {
        group.addTask {
          for place in stride(from: slot, to: requests.count, by: limit) {
            let result = await result(of: requests[place], answer)
            results.withLock { $0[place] = result }
          }
        }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private static let waitsForTheOldest = Mistake<Function>(
    "waits-for-the-oldest",
    says: """
      When all slots are taken you wait for the request that started first, though another may be answered sooner: its slot stays empty. Wait \
      for any of them; `group.next()` gives you the first to end.
      """,
    hint: "The second request ends before the first. Which line of yours notices that, and when?"
  ) { requests, limit, loop, answer in
    var tasks: [Task<Response, any Error>] = []
    for (place, request) in requests.enumerated() {
      if place >= limit { _ = await tasks[place - limit].result }
      tasks.append(Task(executorPreference: loop) { try await answer(request) })
    }
    var results: [Answered] = []
    for task in tasks { results.append(await task.result) }
    return results
  }

  private static let asksTwice = Mistake<Function>(
    "asks-twice",
    says: """
      You call `answer` more than once for the same request, although none failed. Each call is work for the database. Call it once for \
      each request, and keep what it returns.
      """,
    hint:
      "Which of your tasks takes a request that another one has taken already? Who hands the requests out?"
  ) { requests, limit, loop, answer in
    _ = try await solution(requests, limit, loop, answer)
    return try await solution(requests, limit, loop, answer)
  }

  private static let stallsOnAnError = Mistake<Function>(
    "stalls-on-an-error",
    says: """
      When all requests are answered you return, but when one fails you wait for ever: what you wait for only comes from a request that is \
      answered. A failure ends a request as well: store its error, and count it as done.
      """,
    hint: "A request fails. Which line of yours counts it as done?"
  ) { requests, limit, loop, answer in
    let (answers, source) = AsyncStream.makeStream(of: (place: Int, response: Response).self)
    let task = Task(executorPreference: loop) {
      try await solution(requests, limit, loop) { request in
        let response = try await answer(request)
        source.yield((requests.firstIndex(of: request) ?? 0, response))
        return response
      }
    }
    var answered: [(place: Int, response: Response)] = []
    var iterator = answers.makeAsyncIterator()
    while answered.count < requests.count, let next = await iterator.next() { answered.append(next) }
    _ = try await task.value
    return answered.sorted { $0.place < $1.place }.map { .success($0.response) }
  }

  private static let triesAgain = Mistake<Function>(
    "tries-again",
    says: """
      You ask for a request again when it has failed. Here its error is its result: store it, free the slot, and carry on with the rest.
      """,
    hint:
      "Which of your lines runs when `answer` throws? Let it make a result of the error, and nothing more."
  ) { requests, limit, loop, answer in
    try await solution(requests, limit, loop) { request in
      do { return try await answer(request) } catch { return try await answer(request) }
    }
  }

  private static let returnsEarly = Mistake<Function>(
    "returns-early",
    says: """
      You return before all requests are answered. To start a task is not to have its result: await each of them.
      """,
    hint: """
      In your picture, which requests are still under way when you return? Which line of yours should have \
      waited for them?
      """
  ) { requests, limit, loop, answer in
    Task(executorPreference: loop) { try await solution(requests, limit, loop, answer) }
    return requests.map { _ in Answered.failure(CancellationError()) }
  }

  private static let losesResults = Mistake<Function>(
    "loses-results",
    says: """
      You return fewer results than there are requests, so your caller can't tell which request a result belongs to. Each request has one result, \
      a response or an error.
      """,
    hint: """
      Two of six requests fail. How many results does your caller expect, and how many does your code \
      store?
      """
  ) { requests, limit, loop, answer in
    try await solution(requests, limit, loop, answer)
      .filter { if case .success = $0 { true } else { false } }
  }

  private static let completionOrder = Mistake<Function>(
    "completion-order",
    says: """
      You return the results in the order in which the requests were answered. They belong in the order of `requests`: remember each \
      request's place next to its task.
      """,
    hint: """
      Give each child something to bring back besides its result, by which you can put it in its place.
      """
  ) { requests, limit, loop, answer in
    await withTaskGroup(of: Answered.self) { group in
      var results: [Answered] = []
      for (place, request) in requests.enumerated() {
        if place >= limit, let result = await group.next() { results.append(result) }
        group.addTask { await result(of: request, answer) }
      }
      for await result in group { results.append(result) }
      return results
    }
  }

  private static let losesTheOrder = Mistake<Function>(
    "loses-the-order",
    says: """
      You return all results, but not in the order of `requests`. Remember each request's place next to its task, and put its result \
      there.
      """,
    hint: """
      In which order do you append the results? Reserve a place for each request first, and fill it by its \
      number.
      """
  ) { requests, limit, loop, answer in
    try await solution(requests, limit, loop, answer).reversed()
  }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      A request's result is the error that it threw, unchanged. You stored something else in its place, so your caller can't tell what \
      went wrong.
      """,
    hint: "Look at your `catch`: what do you store in it? `.failure(error)` keeps the error as it is."
  ) { requests, limit, loop, answer in
    try await solution(requests, limit, loop, answer).map { $0.mapError { _ in CancellationError() } }
  }

  private static let makesResultsUp = Mistake<Function>(
    "makes-results-up",
    says: """
      You return a result that the request did not have. What `answer` returns for a request belongs in its place, unchanged and once.
      """,
    hint: """
      Where does each place get its result from? Follow the place in your picture that holds a wrong one.
      """
  ) { requests, limit, loop, answer in
    let results = try await solution(requests, limit, loop, answer)
    return results.map { _ in results[0] }
  }

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      You threw an error that no request threw. Here nothing is thrown at all: what a request throws is its result, and no requests give no \
      results.
      """,
    hint: """
      Try it with no requests, and with a limit that is larger than their number. Which line throws, or \
      lets an error through?
      """
  ) { requests, limit, loop, answer in
    guard !requests.isEmpty else { throw CancellationError() }
    return try await solution(requests, limit, loop, answer)
  }

  private static let leavesWorkBehind = Mistake<Function>(
    "leaves-work-behind",
    says: """
      All results are right, but something of yours still runs when you have returned. Await or cancel everything that you start.
      """,
    hint: "Which task do you begin that no line of yours awaits? Is there a loop in it that never ends?"
  ) { requests, limit, loop, answer in
    Task(executorPreference: loop) { try await loop.sleep(for: .seconds(60)) }
    return try await solution(requests, limit, loop, answer)
  }

  private static func all(_ requests: ArraySlice<Request>, _ answer: @escaping Answer) async -> [Answered] {
    await withTaskGroup(of: (place: Int, result: Answered).self) { group in
      for (place, request) in zip(requests.indices, requests) {
        group.addTask { (place, await result(of: request, answer)) }
      }
      let answered = await group.reduce(into: []) { $0.append($1) }
      return answered.sorted { $0.place < $1.place }.map(\.result)
    }
  }

  private static func result(of request: Request, _ answer: Answer) async -> Answered {
    do { return .success(try await answer(request)) } catch { return .failure(error) }
  }

  /// A semaphore to be awaited.
  private final class Places: Sendable {
    private let state: Guarded<(free: Int, waiting: [CheckedContinuation<Void, Never>])>

    init(_ count: Int) { state = Guarded((count, [])) }

    nonisolated(nonsending) func take() async {
      await withCheckedContinuation { continuation in
        let isFree = state.withLock { state in
          if state.free == 0 { state.waiting.append(continuation) } else { state.free -= 1 }
          return state.waiting.isEmpty
        }
        if isFree { continuation.resume() }
      }
    }

    func giveBack() {
      let next = state.withLock { state in
        if state.waiting.isEmpty { state.free += 1 }
        return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
      }
      next?.resume()
    }
  }

  private static let cancelsTheOthers = Mistake<Function>(
    "cancels-the-others",
    says: """
      A request failed, and you cancelled others that were still under way. Each request stands for itself here: one that fails has its error as its \
      result, and the others are answered all the same.
      """,
    hint: "Request 1 fails. Which of your lines tells requests 2 and 3 that they are no longer wanted?"
  ) { requests, limit, _, answer in
    await withTaskGroup(of: (place: Int, result: Answered).self) { group in
      var results: [Answered] = requests.map { _ in .failure(CancellationError()) }
      func take(_ answered: (place: Int, result: Answered)) {
        results[answered.place] = answered.result
        if case .failure = answered.result { group.cancelAll() }
      }
      for (place, request) in requests.enumerated() {
        if place >= limit, let answered = await group.next() { take(answered) }
        group.addTask { (place, await result(of: request, answer)) }
      }
      for await answered in group { take(answered) }
      return results
    }
  }
}
