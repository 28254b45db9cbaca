import Dispatch
import EventLoop
import Platform

/// The threads of ``ThreadPerConnectionServer``: one that lets clients in, and one a client. None is left behind.
final class Crew: Sendable {
  private struct State {
    var leader: SystemThread?
    var working: [Int: SystemThread] = [:]
    /// Have done their work, and need not be waited for any longer than it takes them to end.
    var done: [SystemThread] = []
    /// Were done before they were entered.
    var early: Set<Int> = []
    var begun = 0
    var ended = 0
  }

  private let most: Int?
  private let stack: Int
  private let state = Guarded(State())
  private let oneIsDone = DispatchSemaphore(value: 0)

  init(atMost most: Int?, stack: Int) {
    self.most = most
    self.stack = stack
  }

  /// Starts a thread.
  ///
  /// - Throws: what the system says if there is no room for one more.
  func begin(isLeader: Bool = false, _ work: @escaping @Sendable () -> Void) throws(SystemError) {
    joinDone()
    if isLeader {
      let leader = try SystemThread(stack: SystemThread.smallStack, work)
      return state.withLock { $0.leader = leader }
    }
    let number = try state.withLock { (state) throws(SystemError) in
      if let most, state.begun - state.ended >= most { throw .noThread }
      state.begun += 1
      return state.begun
    }
    do throws(SystemError) {
      let thread = try SystemThread(stack: stack) { [self] in
        work()
        end(number)
      }
      state.withLock { state in
        if state.early.remove(number) == nil {
          state.working[number] = thread
        } else {
          state.done.append(thread)
        }
      }
    } catch {
      state.withLock { $0.begun -= 1 }
      throw error
    }
  }

  private func end(_ number: Int) {
    state.withLock { state in
      state.ended += 1
      if let thread = state.working.removeValue(forKey: number) {
        state.done.append(thread)
      } else {
        state.early.insert(number)
      }
    }
    oneIsDone.signal()
  }

  /// Keeps the leader until all other threads have ended.
  func awaitOthers() {
    while state.withLock({ $0.begun > $0.ended }) { oneIsDone.wait() }
    joinDone()
  }

  func joinLeader() { state.withLock { $0.leader.take() }?.join() }

  func leaveLeader() { state.withLock { $0.leader.take() }?.leave() }

  private func joinDone() {
    let done = state.withLock { state in
      defer { state.done = [] }
      return state.done
    }
    for thread in done { thread.join() }
  }
}
