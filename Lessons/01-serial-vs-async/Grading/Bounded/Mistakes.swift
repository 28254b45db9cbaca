import LessonKit
import Platform
import Workload

extension BoundedGrading {
  static let mistakes = [noBound, inBatches, oneAtATime, losesTheSlot, throwsTheFirstError]

  private static let noBound = Mistake<Function>(
    "no-bound",
    says: """
      You start all requests at once, and the database accepts only `limit` connections. Start the next request when another \
      one is answered.
      """
  ) { requests, _, _, answer in
    await all(requests[...], answer)
  }

  private static let inBatches = Mistake<Function>(
    "in-batches",
    says: """
      You wait for a whole batch to finish before you start the next one. Slots that became free early stay empty until the \
      slowest request of the batch is done. Start the next request as soon as any slot is free.
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
      """
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
}
