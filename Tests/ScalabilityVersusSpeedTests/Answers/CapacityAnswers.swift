@testable import CapacityExercise

/// Answers to `capacity`.
enum CapacityAnswers {
  static let right: [(String, CapacityGrading.Function)] = [
    (
      "counting up",
      { server, work, wait, deadline in
        let limit = if case .threads(let most) = server { most } else { 100_000 }
        var users = 0
        while users < limit {
          let next = users + 1
          let last = server == .oneAtATime ? next * (work + wait) : next * work + wait
          if last > deadline { break }
          users = next
        }
        return users
      }
    )
  ]

  static let wrong: [(String, String?, CapacityGrading.Function)] = [
    (
      "waits vanish", "forgets-the-last-wait",
      { server, work, wait, deadline in
        switch server {
        case .oneAtATime: deadline / (work + wait)
        case .threads(let most): min(most, deadline / work)
        case .eventLoop: deadline / work
        }
      }
    ),
    (
      "a core for each thread", "threads-compute-at-once",
      { server, work, wait, deadline in
        switch server {
        case .oneAtATime: deadline / (work + wait)
        case .threads(let most): work + wait <= deadline ? most : 0
        case .eventLoop: max(0, (deadline - wait) / work)
        }
      }
    ),
    (
      "no end to the loop", "without-limit",
      { server, work, wait, deadline in
        switch server {
        case .oneAtATime: deadline / (work + wait)
        case .threads(let most): most
        case .eventLoop: .max
        }
      }
    ),
    (
      "a second round as soon as all are back", "uses-threads-again",
      { server, work, wait, deadline in
        func together(_ most: Int, _ time: Int) -> Int {
          time >= work + wait ? min(most, (time - wait) / work) : 0
        }
        switch server {
        case .oneAtATime: return deadline / (work + wait)
        case .eventLoop: return together(.max, deadline)
        case .threads(let most):
          let round = most * work + wait
          return deadline / round * most + together(most, deadline % round)
        }
      }
    ),
    (
      "in rounds", "uses-threads-again",
      { server, work, wait, deadline in
        switch server {
        case .oneAtATime: deadline / (work + wait)
        case .threads(let most): deadline / (work + wait) * most
        case .eventLoop: max(0, deadline - wait) / work
        }
      }
    ),
    (
      "two servers are one", "forgets-the-threads-limit",
      { server, work, wait, deadline in
        server == .oneAtATime ? deadline / (work + wait) : max(0, (deadline - wait) / work)
      }
    ),
    (
      "three servers are one", "counts-the-wait-on-the-loop",
      { _, work, wait, deadline in deadline / (work + wait) }
    ),
    (
      "a pool with a queue", "uses-threads-again",
      { server, work, wait, deadline in
        guard case .threads(let most) = server else {
          return try CapacityGrading.solution(server, work, wait, deadline)
        }
        var (core, free, users) = (0, [Int](repeating: 0, count: most), 0)
        while true {
          let thread = free.indices.min { free[$0] < free[$1] }!
          core = max(core, free[thread]) + work
          free[thread] = core + wait
          if free[thread] > deadline { return users }
          users += 1
        }
      }
    ),
    (
      "one besides", "counts-the-first-twice",
      { server, work, wait, deadline in
        guard server != .oneAtATime else { return deadline / (work + wait) }
        let all = deadline < wait ? 0 : 1 + (deadline - wait) / work
        if case .threads(let most) = server { return min(most, all) }
        return all
      }
    ),
    (
      "below zero", "below-zero",
      { server, work, wait, deadline in
        switch server {
        case .oneAtATime: deadline / (work + wait)
        case .threads(let most): min(most, (deadline - wait) / work)
        case .eventLoop: (deadline - wait) / work
        }
      }
    ),
    ("none are in time", "always-the-same", { _, _, _, _ in 0 }),
  ]
}
