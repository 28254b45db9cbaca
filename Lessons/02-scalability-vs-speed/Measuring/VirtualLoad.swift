import EventLoop
import Measurement

/// Users of a model server in virtual time: exact, and the same every time.
enum VirtualLoad {
  /// What the users have seen so far.
  private struct Seen {
    var responseTimes: [Duration] = []
    var timedOut = 0
    var refused = 0
    var answered = 0
  }

  /// Lets so many users ask so many times each, the next time as soon as they have their answer.
  ///
  /// A server does not know that a user has given up: it answers all the same, and the answer counts for the throughput alone.
  /// Whoever is refused tries again after the page's own time.
  static func sample(
    _ discipline: Discipline, _ page: Page, users: Int, rounds: Int = 4,
    deadline: Duration = Objective.usual.deadline
  ) throws -> Sample {
    let loop = EventLoop(time: .virtual)
    let server = ModelServer(discipline, page, on: loop)
    let seen = Kept(Seen())
    try loop.run {
      let tasks = (0..<users).map { _ in
        Task(executorPreference: loop) {
          var came = loop.clock.now.offset
          for round in 0..<rounds {
            do {
              _ = try await server.answer()
              let responseTime = loop.clock.now.offset - came
              seen.change { seen in
                seen.answered += 1
                // In the first round they all come at once, which is how it begins and not how it goes on.
                guard round > 0 else { return }
                if responseTime > deadline {
                  seen.timedOut += 1
                } else {
                  seen.responseTimes.append(responseTime)
                }
              }
            } catch is ModelServer.Refused {
              seen.change { $0.refused += 1 }
              try await loop.sleep(for: page.ownTime)
            }
            came = loop.clock.now.offset
            // Those who have come meanwhile are in front.
            await Task.yield()
          }
        }
      }
      for task in tasks { try await task.value }
    }
    let seenInAll = seen.value
    return Sample(
      users: users, responseTimes: seenInAll.responseTimes, timedOut: seenInAll.timedOut,
      refused: seenInAll.refused, throughput: Double(seenInAll.answered) / loop.clock.now.offset.inSeconds,
      coreTime: page.work)
  }
}
