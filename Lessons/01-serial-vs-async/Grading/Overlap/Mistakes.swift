import EventLoop
import LessonKit
import Platform
import Workload

extension OverlapGrading {
  static let mistakes = [
    awaitsInTheLoop, completionOrder, returnsEarly, guessesTheTime, losesTheError, leavesRequestsOut,
    startsSomeLate,
    sortsByLabel, losesTheOrder, losesResponses, makesResponsesUp, repeatsResponses, asksTwice,
    inventsAnError,
    changesTheError, leavesWorkBehind, triesAgain, stallsOnAnError,
  ]

  private static let awaitsInTheLoop = Mistake<Function>(
    "awaits-in-the-loop",
    says: """
      You await each request before you start the next. That is the serial server again, with `await` written on it: `await` \
      gives the thread back, but your loop doesn't move on until the answer is there. Start all the requests first.
      """,
    hint: "In your picture, when does request 2 begin? Which line of yours was waiting until then?"
  ) { requests, _, answer in
    var responses: [Response] = []
    for request in requests {
      responses.append(try await answer(request))
    }
    return responses
  }

  private static let completionOrder = Mistake<Function>(
    "completion-order",
    says: """
      You return the responses in the order in which they were answered, so a visitor may get another visitor's page. \
      Remember each request's place next to its task.
      """,
    hint: """
      Give each child something to bring back besides its response, by which you can put it in its \
      place.
      """
  ) { requests, _, answer in
    try await withThrowingTaskGroup(of: Response.self) { group in
      for request in requests {
        group.addTask { try await answer(request) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  private static let returnsEarly = Mistake<Function>(
    "returns-early",
    says: """
      You return before all requests are answered. Starting a task is not the same as finishing it: await its value, or the \
      group that it belongs to.
      """,
    hint: """
      In your picture, which requests are still under way when you return? Who reads their answers?
      """
  ) { requests, loop, answer in
    let collected = Collected()
    for (place, request) in requests.enumerated() {
      Task(executorPreference: loop) { collected.add(try await answer(request), at: place) }
    }
    return collected.responses
  }

  private static let guessesTheTime = Mistake<Function>(
    "guesses-the-time",
    says: """
      You wait for a guessed time, or check again every so often, instead of awaiting the tasks. Too short a guess loses \
      responses, too long a guess wastes time, and no guess is right for every request. Await the tasks themselves.
      """,
    hint: """
      What if a request takes twice as long tomorrow? A task can be awaited: it tells you when it has \
      ended.
      """
  ) { requests, loop, answer in
    let collected = Collected()
    for (place, request) in requests.enumerated() {
      Task(executorPreference: loop) { collected.add(try await answer(request), at: place) }
    }
    try await loop.sleep(for: .milliseconds(250))
    return collected.responses
  }

  private static let losesTheError = Mistake<Function>(
    "loses-the-error",
    says: """
      A request failed, and you returned as if nothing had happened. Your caller can't tell a missing response from one that \
      never existed. Let the error through.
      """,
    hint: """
      What does the caller see if request 2 fails? Look for a `try?` or a `catch` that goes on.
      """
  ) { requests, _, answer in
    await withTaskGroup(of: (place: Int, response: Response?).self) { group in
      for (place, request) in requests.enumerated() {
        group.addTask { (place, try? await answer(request)) }
      }
      let answered = await group.reduce(into: []) { $0.append($1) }
      return answered.sorted { $0.place < $1.place }.compactMap(\.response)
    }
  }

  private static let leavesRequestsOut = Mistake<Function>(
    "leaves-requests-out",
    says: """
      You did not start every request. The drawing shows three, but there may be any number of them, and none at all: go through \
      `requests` from its beginning to its end.
      """,
    hint: "Try your code on paper with four requests, with one, and with none. Which does it never reach?"
  ) { requests, loop, answer in
    try await solution(Array(requests.prefix(3)), loop, answer)
  }

  private static let startsSomeLate = Mistake<Function>(
    "starts-some-late",
    says: """
      Some of your requests overlap, but others start later than they could. Nothing here limits how many may wait at once: \
      start all of them, without a pause, before you await any.
      """,
    hint: """
      Which request begins late in your picture? What ended at just that moment, and which line of yours \
      waited for it?
      """
  ) { requests, loop, answer in
    var responses: [Response] = []
    for start in stride(from: 0, to: requests.count, by: 2) {
      responses += try await solution(Array(requests[start..<min(start + 2, requests.count)]), loop, answer)
    }
    return responses
  }

  private static let sortsByLabel = Mistake<Function>(
    "sorts-by-label",
    says: """
      You put the responses in order by their requests' labels. The order of `requests` need not be that of their names. \
      Remember each request's place next to its task.
      """,
    hint: "What if the requests come as request 3, request 1, request 2?"
  ) { requests, loop, answer in
    let byName = requests.sorted { $0.label < $1.label }
    return try await solution(byName, loop, answer)
  }

  private static let losesTheOrder = Mistake<Function>(
    "loses-the-order",
    says: """
      You return all the responses, but not in the order of the requests, so a visitor may get another visitor's page. Remember \
      each request's place next to its task.
      """,
    hint: """
      In which order do you append the responses? What would tell you, for each of them, where it belongs?
      """
  ) { requests, loop, answer in
    try await solution(requests, loop, answer).reversed()
  }

  private static let losesResponses = Mistake<Function>(
    "loses-responses",
    says: """
      All requests were answered, but some of the responses are missing from what you return. Return one response per request: \
      is a result of the group never taken, or a place never filled?
      """,
    hint: "With three requests, how many times do you store a response? Does any of them overwrite another?"
  ) { requests, loop, answer in
    try await solution(requests, loop, answer).dropLast()
  }

  private static let makesResponsesUp = Mistake<Function>(
    "makes-responses-up",
    says: """
      You return a response that no request was answered with. What `answer` returns is what the visitor should get: pass it on \
      unchanged.
      """,
    hint: "Follow one response from `answer` to your `return`. What changes it, or takes its place?"
  ) { requests, loop, answer in
    _ = try await solution(requests, loop, answer)
    return requests.map { Response(greeting: "Welcome, \($0.label)", courses: []) }
  }

  private static let repeatsResponses = Mistake<Function>(
    "repeats-responses",
    says: """
      You return the same response more than once, so a visitor gets another visitor's page. Each place belongs to one request: \
      store its response there, once.
      """,
    hint: "Which number says where a response is stored, and is it another one for each request?"
  ) { requests, loop, answer in
    let responses = try await solution(requests, loop, answer)
    return responses.map { _ in responses[0] }
  }

  private static let asksTwice = Mistake<Function>(
    "asks-twice",
    says: """
      You ask for the same request more than once. Each call is work for the database, and the second may be answered otherwise. \
      Call `answer` once for each request, and keep what it returns.
      """,
    hint: "How many lines of yours call `answer`, and how often does each run for one request?"
  ) { requests, loop, answer in
    _ = try await solution(requests, loop, answer)
    return try await solution(requests, loop, answer)
  }

  private static let triesAgain = Mistake<Function>(
    "tries-again",
    says: """
      A request failed, and you asked for it again. Whether to try again is your caller's choice, and an overloaded database would get \
      twice the calls. Throw the error of the first attempt.
      """,
    hint: "Count the calls to `answer` for a request that fails. Which line of yours makes the second one?"
  ) { requests, loop, answer in
    try await solution(requests, loop) { request in
      do { return try await answer(request) } catch { return try await answer(request) }
    }
  }

  private static let stallsOnAnError = Mistake<Function>(
    "stalls-on-an-error",
    says: """
      When all requests are answered you return, but when one fails you wait for ever: what you wait for only comes from a request that is \
      answered. Let a failure end the wait, too, and throw its error.
      """,
    hint: "Request 2 fails. Which line of yours still waits for it, and what would have to happen there?"
  ) { requests, loop, answer in
    let (responses, source) = AsyncStream.makeStream(of: (place: Int, response: Response).self)
    for (place, request) in requests.enumerated() {
      Task(executorPreference: loop) { source.yield((place, try await answer(request))) }
    }
    var answered: [(place: Int, response: Response)] = []
    var iterator = responses.makeAsyncIterator()
    while answered.count < requests.count, let next = await iterator.next() { answered.append(next) }
    return answered.sorted { $0.place < $1.place }.map(\.response)
  }

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      No request failed, and yet you threw an error. Throw only what `answer` throws; when all is well, return the responses, \
      even if there are none.
      """,
    hint: """
      What do you throw, and when? Try it with no requests at all, and with requests that are all \
      answered.
      """
  ) { requests, loop, answer in
    let responses = try await solution(requests, loop, answer)
    guard !responses.isEmpty else { throw CancellationError() }
    return responses
  }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      A request failed, and you threw another error instead of its own. Your caller can no longer tell what went wrong. Let the \
      error through as it is.
      """,
    hint: "Without any `catch` of yours, which error would arrive at the caller?"
  ) { requests, loop, answer in
    do { return try await solution(requests, loop, answer) } catch { throw CancellationError() }
  }

  private static let leavesWorkBehind = Mistake<Function>(
    "leaves-work-behind",
    says: """
      All the responses are right, but something of yours still runs when you have returned. Await or cancel everything that you \
      start.
      """,
    hint: "Which task have you started and awaited nowhere?"
  ) { requests, loop, answer in
    Task(executorPreference: loop) { try await loop.sleep(for: .seconds(60)) }
    return try await solution(requests, loop, answer)
  }

  private final class Collected: Sendable {
    private let byPlace = Guarded<[Int: Response]>([:])

    var responses: [Response] { byPlace.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }

    func add(_ response: Response, at place: Int) { byPlace.withLock { $0[place] = response } }
  }
}
