import EventLoop
import LessonKit
import Platform

/// An account of exercise 3.6. Its balance lies in a database: reading it takes a while, writing it too, and other tasks run
/// meanwhile.
final class Account: Sendable {
  /// There is less money on the account than was to be taken.
  struct InsufficientFunds: Error, Equatable {}

  /// The account's number; no other account has it.
  let number: Int

  private struct State {
    var balance: Int
    var lowest: Int
    var isLocked = false
    var waiting: [UnsafeContinuation<Void, Never>] = []
    var log: [Event] = []
    var random: UInt64
  }

  private let loop: EventLoop
  private let state: Guarded<State>

  init(_ number: Int, balance: Int, on loop: EventLoop, seed: UInt64) {
    self.number = number
    self.loop = loop
    state = Guarded(State(balance: balance, lowest: balance, random: seed &* 97 &+ UInt64(number)))
  }

  /// Reads the balance.
  func balance() async throws -> Int {
    try await pause()
    return try state.withLock { state in
      guard state.log.count < Self.patience else { throw AskedTooOften() }
      state.log.append(.read(isLocked: state.isLocked))
      return state.balance
    }
  }

  /// Writes the balance.
  func setBalance(_ balance: Int) async throws {
    try await pause()
    state.withLock {
      $0.balance = balance
      $0.lowest = min($0.lowest, balance)
      $0.log.append(.write(isLocked: $0.isLocked))
    }
  }

  /// Takes the account's lock as soon as it is free. A task that holds it and takes it again waits for ever.
  func lock() async {
    await loop.waiting(for: "the lock of account \(number)") {
      await withUnsafeContinuation { continuation in
        let isFree = state.withLock { state in
          state.log.append(.lock)
          if state.isLocked { state.waiting.append(continuation) }
          defer { state.isLocked = true }
          return !state.isLocked
        }
        if isFree { continuation.resume() }
      }
    }
  }

  /// Gives the account's lock back.
  func unlock() {
    let next = state.withLock { state -> UnsafeContinuation<Void, Never>? in
      state.log.append(.unlock)
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.isLocked = false
      return nil
    }
    next?.resume()
  }

  // For the grading.

  /// What was done with an account.
  enum Event: Sendable, Hashable {
    case lock, unlock
    /// Whether any task held the lock then.
    case read(isLocked: Bool), write(isLocked: Bool)
  }

  /// The balance was read so often that nothing but a loop that waits for money can have done it.
  struct AskedTooOften: Error, Equatable {}

  private static let patience = 2000

  var log: [Event] { state.withLock { $0.log } }
  var current: Int { state.withLock { $0.balance } }
  var lowest: Int { state.withLock { $0.lowest } }
  var isLocked: Bool { state.withLock { $0.isLocked } }
  var locks: Int { state.withLock { $0.log.count { $0 == .lock } } }

  /// Waits for a while that differs from call to call, and is the same for the same seed.
  private func pause() async throws {
    let milliseconds = state.withLock { state in
      state.random = state.random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state.random >> 61)
    }
    try await loop.sleep(for: .milliseconds(1 + milliseconds))
  }
}
