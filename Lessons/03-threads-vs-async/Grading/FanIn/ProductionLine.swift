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
    }

    let probe: Probe
    private let failing: Int?
    private let state = Guarded(Log())

    init(on probe: Probe, failing: Int? = nil) {
      self.probe = probe
      self.failing = failing
    }

    var log: Log { state.withLock { $0 } }

    func producer(_ items: [Int], lane: Int, takes: Duration) -> Producer {
      let rest = Guarded(items)
      return Producer { [self] in
        guard let item = rest.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return nil }
        let made: Int = try await probe.call(
          lane, takes: takes, item == failing ? .failure(Producer.OutOfOrder()) : .success(item))
        state.withLock { log in
          log.made += 1
          log.most = max(log.most, log.made - log.taken.count)
        }
        return made
      }
    }

    func consumer(lane: Int, takes: Duration) -> Consumer {
      Consumer { [self] item in
        state.withLock { $0.taken.append(item) }
        try await probe.call(lane, takes: takes, .success(()))
      }
    }
  }
}
