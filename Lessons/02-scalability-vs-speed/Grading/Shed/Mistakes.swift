import LessonKit

extension ShedGrading {
  static let mistakes = [
    unboundedLine, losesTheSlot, refusesTooEarly, oneTooManyWaits, overlapsAnswers, freesFirst, refusesLate,
    losesTheOrder,
    swallowsTheError, neverAnswers, refusesWhenIdle, changesTheError, neverWakesTheNext, losesOneThatWaits,
    givesAPlaceAway,
    freesThePlaceLate,
  ]

  private static let freesThePlaceLate = Mistake<Function>(
    "frees-the-place-late",
    says: """
      A request that has waited keeps its place in the line until it is answered. It no longer waits once its own answer begins, so there is room \
      for another from then on. Count it out of the line when its turn comes, not when it ends.
      """,
    hint: "`most` is 1. Request 1 is done, and request 2, which waited, is being answered: how many wait now?"
  ) { Variant(atMost: $0, .freesThePlaceLate) }

  private static let neverAnswers = Mistake<Function>(
    "never-answers",
    says: """
      You return from `serve` without calling `answer`: the request had a place, and gets nothing. Call `answer()` when it is its turn, and \
      return when that has returned.
      """,
    hint: "Which line of your `serve` gives the request what it came for?"
  ) { _ in Evading { _ in } }

  private static let refusesWhenIdle = Mistake<Function>(
    "refuses-when-idle",
    says: """
      You refuse a request although the server is idle. `most` is about those that wait, and a request that finds no other being answered \
      doesn't wait: it is answered at once, even if `most` is 0. Ask first whether the server is busy, and only then whether there is room.
      """,
    hint: "`most` is 0, and the first request of all arrives. Which line of yours decides about it?"
  ) { Variant(atMost: $0, .asksForRoomFirst) }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      An answer failed, and you threw another error than its own. The caller can no longer tell what went wrong; `Refused` in \
      particular means that the answer was never tried. Let the error through as it is.
      """,
    hint: "What does `try await answer()` do with an error if you don't catch it?"
  ) { Variant(atMost: $0, .changesTheError) }

  private static let neverWakesTheNext = Mistake<Function>(
    "never-wakes-the-next",
    says: """
      A request ends, and none of those that wait goes on. A suspended function goes on only when its continuation is resumed, and \
      that is up to you: at every end, take the first out of the line and resume it.
      """,
    hint: "Where do you call `resume()`? Does that line run when a request has been answered?"
  ) { Variant(atMost: $0, .neverWakes) }

  private static let losesOneThatWaits = Mistake<Function>(
    "loses-one-that-waits",
    says: """
      Of several requests that wait, some go on and others never do. Each that waits has a continuation of its own, and each has to be \
      resumed. In a variable for a single one, the next that waits overwrites it: keep a line of them, and wake one at every end.
      """,
    hint: "Two requests wait at the same time. Where are their two continuations kept?"
  ) { Variant(atMost: $0, .keepsOne) }

  private static let oneTooManyWaits = Mistake<Function>(
    "one-too-many-waits",
    says:
      "You let one request more wait than there is room for. The line is full as soon as `most` wait: compare with `<`, not `<=`.",
    hint: "`most` is 1: how many requests are inside at most, with the one that is being answered?"
  ) { Variant(atMost: $0 + 1, .plain) }

  private static let overlapsAnswers = Mistake<Function>(
    "overlaps-answers",
    says: """
      You answer several requests at once. An actor does not run one call to its end before the next: at every `await` it lets another in \
      (*reentrancy*). Remember that a request is being answered, and let the others wait until you say so.
      """,
    hint: """
      Two requests are answered at the same time in your picture. What does the second one have to look \
      at before it begins?
      """
  ) { Variant(atMost: $0, .overlaps) }

  private static let freesFirst = Mistake<Function>(
    "frees-before-it-hands-over",
    says: """
      You say that the server is free before the first in line takes its turn. A request that arrives just then walks past the line. Do not \
      free the server while a request waits: hand the turn over as it is.
      """,
    hint: """
      Between the moment when you mark the server free and the one when the first in line goes on, who \
      may come in?
      """
  ) { Variant(atMost: $0, .freesFirst) }

  private static let refusesLate = Mistake<Function>(
    "refuses-late",
    says: """
      You refuse a request only after it has waited. By then the user has lost the time that refusing was to save: decide at the moment at \
      which the request arrives.
      """,
    hint: "When does the third request learn that there is no room? What had it been waiting for?"
  ) { Variant(atMost: $0, .refusesLate) }

  private static let givesAPlaceAway = Mistake<Function>(
    "gives-a-place-away",
    says: """
      You refuse one that waits, and give its place to one that has just come. It has waited for nothing then, and those who come later are \
      answered before it. A place in the line is kept: it is the newcomer that finds no room.
      """,
    hint:
      "The line is full, and another request comes. Which of them has waited already, and which has lost nothing yet?"
  ) { GivesAPlaceAway(atMost: $0) }

  private static let losesTheOrder = Mistake<Function>(
    "loses-the-order",
    says: """
      Requests that wait are not answered in the order in which they came, so some wait far longer than others. Take the *first* out of the \
      line, and wake only that one.
      """,
    hint: "Of three requests that wait, which do you take out of the line: the first or the last?"
  ) { Variant(atMost: $0, .lastFirst) }

  private static let swallowsTheError = Mistake<Function>(
    "swallows-the-error",
    says:
      "An answer failed, and you returned as if it had not. Let its error through: the caller has to know.",
    hint: "Is there a `try?` or a `catch` around your `answer()`? What would happen without it?"
  ) { Variant(atMost: $0, .swallows) }

  private static let unboundedLine = Mistake<Function>(
    "unbounded-line",
    says: """
      You let every request wait. Under overload the line grows without end, and every request in it is answered too late. \
      Refuse those that there is no room for.
      """,
    hint: "`most` is 1, and three requests come at once. Where in your code is the third one told?"
  ) { UnboundedLine(atMost: $0) }

  private static let losesTheSlot = Mistake<Function>(
    "loses-the-slot",
    says: """
      A request that failed did not pass its turn on, so no other request is ever answered. Pass it on no matter how the answer \
      ends, for example with `defer`.
      """,
    hint: "If `answer` throws, which of your lines are skipped? A `defer` is not."
  ) { LosesTheSlot(atMost: $0) }

  private static let refusesTooEarly = Mistake<Function>(
    "refuses-too-early",
    says: """
      You refuse a request while there is still room. The request that is being answered doesn't wait: `most` others may wait \
      besides it.
      """,
    hint: "`most` is 1, one request is being answered and none waits. Is there room for one more?"
  ) { RefusesTooEarly(atMost: $0) }

  /// The solution, with one thing wrong.
  private actor Variant: Shedding {
    enum Fault {
      case plain, overlaps, freesFirst, refusesLate, lastFirst, swallows
      case asksForRoomFirst, changesTheError, neverWakes, keepsOne, freesThePlaceLate
    }

    private let most: Int
    private let fault: Fault
    private var isBusy = false
    private var waiting = 0
    // Some of these faults never resume one, of which a checked continuation would complain on standard error.
    private var line: [UnsafeContinuation<Void, Never>] = []

    init(atMost most: Int) { (self.most, fault) = (most, .plain) }
    init(atMost most: Int, _ fault: Fault) { (self.most, self.fault) = (most, fault) }

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      if fault == .asksForRoomFirst, waiting >= most { throw Refused() }
      var hasAPlace = false
      defer { if hasAPlace { waiting -= 1 } }
      while isBusy, fault != .overlaps {
        let isRefused = waiting >= most
        guard !isRefused || fault == .refusesLate else { throw Refused() }
        if !isRefused { waiting += 1 }
        await withUnsafeContinuation { next in
          if fault == .keepsOne { line = [] }
          line.append(next)
        }
        if isRefused {
          leave()
          throw Refused()
        }
        if fault == .freesThePlaceLate { hasAPlace = true } else { waiting -= 1 }
        break
      }
      isBusy = true
      defer { leave() }
      do { try await answer() } catch {
        if fault == .changesTheError { throw Refused() }
        if fault != .swallows { throw error }
      }
    }

    private func leave() {
      if fault == .freesFirst || line.isEmpty { isBusy = false }
      guard !line.isEmpty, fault != .neverWakes else { return }
      (fault == .lastFirst ? line.removeLast() : line.removeFirst()).resume()
    }
  }

  private actor UnboundedLine: Shedding {
    private var isBusy = false
    private var line: [CheckedContinuation<Void, Never>] = []

    init(atMost most: Int) {}

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      if isBusy { await withCheckedContinuation { line.append($0) } }
      isBusy = true
      defer { if line.isEmpty { isBusy = false } else { line.removeFirst().resume() } }
      try await answer()
    }
  }

  private actor GivesAPlaceAway: Shedding {
    private let most: Int
    private var isBusy = false
    private var line: [CheckedContinuation<Bool, Never>] = []

    init(atMost most: Int) { self.most = most }

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      if isBusy {
        guard most > 0 else { throw Refused() }
        if line.count == most { line.removeFirst().resume(returning: false) }
        guard await withCheckedContinuation({ line.append($0) }) else { throw Refused() }
      }
      isBusy = true
      defer { if line.isEmpty { isBusy = false } else { line.removeFirst().resume(returning: true) } }
      try await answer()
    }
  }

  private actor LosesTheSlot: Shedding {
    private let most: Int
    private var isBusy = false
    private var line: [CheckedContinuation<Void, Never>] = []

    init(atMost most: Int) { self.most = most }

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      if isBusy {
        guard line.count < most else { throw Refused() }
        await withCheckedContinuation { line.append($0) }
      }
      isBusy = true
      // An error leaves here and never gets to the line that passes the turn on.
      try await answer()
      if line.isEmpty { isBusy = false } else { line.removeFirst().resume() }
    }
  }

  private actor RefusesTooEarly: Shedding {
    private let most: Int
    private var isBusy = false
    private var line: [CheckedContinuation<Void, Never>] = []

    init(atMost most: Int) { self.most = most }

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      if isBusy {
        // Counts the request that is being answered among those that wait.
        guard line.count + 1 < most else { throw Refused() }
        await withCheckedContinuation { line.append($0) }
      }
      isBusy = true
      defer { if line.isEmpty { isBusy = false } else { line.removeFirst().resume() } }
      try await answer()
    }
  }
}
