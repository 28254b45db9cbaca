import EventLoop
import LessonKit
import Platform

extension FanInGrading {
  /// Producers and a consumer on a probe's lanes, and what goes on between them.
  final class ProductionLine: Sendable {
    struct Log: Sendable {
      var made = 0
      var taken: [Int] = []
      /// The most items that were made and not yet taken.
      var most = 0
      /// When each item was made.
      var madeAt: [Int: Duration] = [:]
      /// When a producer first had no more items.
      var firstEnd: Duration?
      /// When a call first threw, which item that was, and what had been taken by then.
      var failure: (at: Duration, item: Int, taken: [Int])?
      var failed: Set<Int> = []
    }

    let probe: Probe
    private let failing: Set<Int>
    private let state = Guarded(Log())

    init(on probe: Probe, failing: Set<Int> = []) {
      self.probe = probe
      self.failing = failing
    }

    var log: Log { state.withLock { $0 } }

    func producer(_ items: [Int], lane: Int, takes: Duration) -> Producer {
      let rest = Guarded(items)
      return Producer { [self] in
        guard let item = rest.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
          state.withLock { $0.firstEnd = $0.firstEnd ?? probe.loop.clock.now.offset }
          return nil
        }
        let made: Int = try await call(lane, takes, item, Producer.OutOfOrder())
        state.withLock { log in
          log.made += 1
          log.madeAt[item] = probe.loop.clock.now.offset
          if log.failure == nil { log.most = max(log.most, log.made - log.taken.count) }
        }
        return made
      }
    }

    func consumer(lane: Int, takes: Duration) -> Consumer {
      Consumer { [self] item in
        state.withLock { $0.taken.append(item) }
        // The consumer's failing items are negative: it fails on one that is made well.
        _ = try await call(lane, takes, -item, Consumer.Broken())
      }
    }

    private func call(_ lane: Int, _ takes: Duration, _ item: Int, _ error: any Error) async throws -> Int {
      do {
        return try await probe.call(
          lane, takes: takes, failing.contains(item) ? .failure(error) : .success(item))
      } catch {
        if failing.contains(item), !(error is CancellationError) {
          state.withLock { log in
            log.failure = log.failure ?? (probe.loop.clock.now.offset, item, log.taken)
            log.failed.insert(item)
          }
        }
        throw error
      }
    }
  }
}
