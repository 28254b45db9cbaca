import Console
import LessonKit
import Measurement
import Queueing
import Workload

/// The lecture's requests with some knobs turned.
struct TurnedScenario: Sendable {
  var requests: [Request]
  /// The requests that keep the thread while they wait, by number.
  var blocking: Set<Int> = []
  /// How many threads serve.
  var threads = 1

  static let lecture = TurnedScenario(requests: ThreeRequests.atOnce)

  static let knobs = [
    Knob(.requests, .count(1...20), "How many requests there are; beyond the third they are like the third."),
    Knob(.work, .times(0...10_000), "How long each computes; a short list repeats its last value."),
    Knob(.wait, .times(0...10_000), "How long each waits for the database, both calls together."),
    Knob(.arrivals, .times(0...10_000), "When each arrives."),
    Knob(.blocking, .numbers(upTo: 20), "These keep the thread while they wait, such as 2 or 1,3."),
    Knob(.threads, .count(1...20), "How many threads serve, each on a core of its own."),
  ]
}

extension TurnedScenario {
  /// - Throws: a ``Console/Complaint`` where the knobs do not go together.
  init(_ knobs: Knobs) throws(Complaint) {
    let lecture = ThreeRequests.atOnce
    let count = knobs.count(.requests) ?? lecture.count
    func times(_ name: Knob.Name, _ usual: (Request) -> Duration) throws(Complaint) -> [Duration] {
      let times = knobs.times(name) ?? lecture.map(usual)
      guard times.count <= count || knobs.times(name) == nil else {
        throw .usage(
          "--\(name.rawValue) has \(times.count) values for \(Self.words(count))",
          advice: ["Add --requests \(times.count), or leave some of them out."])
      }
      return times
    }
    let (work, wait) = (try times(.work, \.work), try times(.wait, \.waiting))
    let arrivals = try times(.arrivals, \.arrival)
    requests = (0..<count).map { index in
      var request = lecture.repeatingLast(at: index)
        .with(work: work.repeatingLast(at: index), waiting: wait.repeatingLast(at: index))
        .arriving(at: arrivals.repeatingLast(at: index))
      request.label = "request \(index + 1)"
      return request
    }
    blocking = Set(knobs.numbers(.blocking) ?? [])
    threads = knobs.count(.threads) ?? 1
    if let unknown = blocking.sorted().first(where: { $0 > count }) {
      throw .usage(
        "--blocking names request \(unknown), and there \(count == 1 ? "is" : "are") \(Self.words(count))",
        advice: ["Add --requests \(unknown), or name another one."])
    }
    if let idle = requests.firstIndex(where: { $0.ownTime == .zero }) {
      throw .usage("request \(idle + 1) takes no time at all: give it some --work or --wait")
    }
  }

  private static func words(_ count: Int) -> String { count == 1 ? "1 request" : "\(count) requests" }

  /// The requests whose calls are awaited, and those that block, as a pool of threads sees them.
  private var told: [Request] {
    requests.enumerated().map { index, request in
      var request = request
      guard blocking.contains(index + 1) else { return request }
      for step in request.steps.indices where request.steps[step].kind == .wait {
        request.steps[step].name = "blocked"
      }
      return request
    }
  }

  /// What becomes of them where every request keeps its thread, on threads that have a core each.
  var oneAfterAnother: Timeline {
    Pool(workers: threads, cores: threads, waiting: .keepsWorker).timeline(of: told)
  }

  /// What becomes of them where those that do not block give their thread back while they wait.
  var overlapped: Timeline {
    Pool(workers: threads, cores: threads, waiting: .keepsWorkerIn(["blocked"])).timeline(of: told)
  }
}
