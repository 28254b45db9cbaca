import LessonKit

@testable import ShedExercise

/// Answers to `shed`.
enum ShedAnswers {
  static let right: [(String, ShedGrading.Function)] = [("tickets", { Tickets(atMost: $0) })]

  static let wrong: [(String, String?, ShedGrading.Function)] = [
    ("asks for room first", "refuses-when-idle", { Server(atMost: $0, .asksForRoomFirst) }),
    ("counts the one inside", "refuses-too-early", { Server(atMost: $0, .countsTheOneInside) }),
    ("a failure is a refusal", "changes-the-error", { Server(atMost: $0, .failsAsRefused) }),
    ("an error of its own", "changes-the-error", { Server(atMost: $0, .failsAsAnother) }),
    ("a variable for one", "loses-one-that-waits", { Server(atMost: $0, .keepsTheLast) }),
    ("wakes on a failure alone", "never-wakes-the-next", { Server(atMost: $0, .wakesOnAFailureAlone) }),
    ("wakes on an answer alone", "loses-the-slot", { Server(atMost: $0, .wakesOnAnAnswerAlone) }),
    ("no failure at all", "swallows-the-error", { Server(atMost: $0, .swallows) }),
  ]

  private struct Mine: Error {}

  private actor Tickets: Shedding {
    private let most: Int
    private var last = 0
    private var served = 0
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

    init(atMost most: Int) { self.most = most }

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      guard last - served <= most else { throw Refused() }
      last += 1
      let mine = last
      if mine > served + 1 { await withCheckedContinuation { waiting[mine] = $0 } }
      defer {
        served += 1
        waiting.removeValue(forKey: served + 1)?.resume()
      }
      try await answer()
    }
  }

  private actor Server: Shedding {
    enum Way {
      case right, asksForRoomFirst, countsTheOneInside, failsAsRefused, failsAsAnother, keepsTheLast
      case wakesOnAFailureAlone, wakesOnAnAnswerAlone, swallows
    }

    private let most: Int
    private let way: Way
    private var isBusy = false
    // Some never resume one, of which a checked continuation would complain on standard error.
    private var line: [UnsafeContinuation<Void, Never>] = []

    init(atMost most: Int) { (self.most, way) = (most, .right) }
    init(atMost most: Int, _ way: Way) { (self.most, self.way) = (most, way) }

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      if way == .asksForRoomFirst, line.count >= most { throw Refused() }
      if isBusy {
        let inside = line.count + (way == .countsTheOneInside ? 1 : 0)
        if inside >= most { throw Refused() }
        await withUnsafeContinuation { next in line = way == .keepsTheLast ? [next] : line + [next] }
      }
      isBusy = true
      do {
        try await answer()
        if way != .wakesOnAFailureAlone { passOn() }
      } catch {
        if way != .wakesOnAnAnswerAlone { passOn() }
        switch way {
        case .failsAsRefused: throw Refused()
        case .failsAsAnother: throw Mine()
        case .swallows: return
        default: throw error
        }
      }
    }

    private func passOn() {
      if line.isEmpty { isBusy = false } else { line.removeFirst().resume() }
    }
  }
}
