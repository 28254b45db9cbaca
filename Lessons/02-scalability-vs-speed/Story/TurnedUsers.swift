import Figures
import LessonKit
import Measurement
import Serving

/// The three servers again, with the page, the users and the objective that the reader asks for.
struct TurnedUsers: StoryPart {
  static let id = "until"
  static let title = "Your page, your users, three servers"
  static let claims = Until.claims

  let load: TurnedLoad

  func tell(_ telling: Telling) throws -> Until.Evidence {
    let (laboratory, model) = (load.laboratory(telling), load.laboratory(telling, isExact: true))
    let awaited = AwaitedUsers(load, model)
    let seen = try Discipline.allCases.map { discipline in
      switch discipline {
      case .oneAtATime where telling.isExact: load.oneAtATime
      case .eventLoop where telling.isExact: try awaited[load.users]
      // Those who were let in notice nothing of those who were not.
      case .threads where telling.isExact: try awaited[min(load.users, load.threads)]
      default: try load.result(discipline, users: load.users, laboratory)
      }
    }
    let knee = try load.kneeOfEventLoop { try awaited[$0] }
    let capacities = [load.capacityOneAtATime, min(knee.holds, load.threads), knee.holds]
    telling.show(
      .table(
        title: load.users == 1 ? "1 user at each server" : "\(load.users) users at each server",
        corner: "server",
        columns: [
          .init("p99", unit: "ms"), .init("answers", unit: "a second"), .init("turned away", unit: "users"),
          .init("copes with", unit: "users"),
        ],
        rows: zip(Discipline.allCases, zip(seen, capacities)).map { discipline, found in
          let (result, capacity) = found
          return .init(
            discipline.label,
            [
              result.answered > 0 ? result.p99.inMilliseconds : nil, result.throughput,
              discipline == .threads ? Double(max(0, load.users - load.threads)) : 0,
              capacity < Laboratory.most ? Double(capacity) : nil,
            ])
        }))
    if capacities.contains(Laboratory.most) {
      telling.say("A dot in the last column: more than \(Laboratory.most) users are not tried.")
    }
    if seen.contains(where: { $0.answered == 0 }) {
      telling.say("A dot below p99: all users gave up before they were answered.")
    }
    try telling.show(load, awaited)
    for sentence in WhatChanged(load, knees: capacities).sentences { telling.say(sentence) }
    for (discipline, capacity) in zip(Discipline.allCases, capacities) {
      telling.note("capacity/\(discipline.rawValue)", Double(capacity), unit: "users")
    }
    // The claim that bears the knobs is about the event loop.
    let ramps = Ramps(knees: [.eventLoop: knee], faster: knee)
    return Until.Evidence(ramps: ramps, exact: ramps, alone: Alone())
  }
}

/// The event loop with numbers of users, in virtual time, each of them computed once. As long as there is a thread for each user, a server
/// with threads on the same core is no different.
private final class AwaitedUsers {
  private let load: TurnedLoad
  private let model: Laboratory
  private var known: [Int: LoadResult] = [:]

  init(_ load: TurnedLoad, _ model: Laboratory) { (self.load, self.model) = (load, model) }

  subscript(users: Int) -> LoadResult {
    get throws {
      if let result = known[users] { return result }
      let result = try load.result(.eventLoop, users: users, model)
      known[users] = result
      return result
    }
  }
}

extension Telling {
  /// Shows how long answers take, for few users up to many.
  fileprivate func show(_ load: TurnedLoad, _ awaited: AwaitedUsers) throws {
    let counts = Set([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, load.users]).sorted()
    let lines = try Discipline.allCases.map { discipline in
      // One at a time, every user waits for the pages of all; that needs no model.
      try counts.filter { discipline != .threads || $0 <= load.threads }.map { users in
        let time =
          discipline == .oneAtATime
          ? Degrading.responseTime(of: load.page, users: users)
          : try awaited[users].p99
        return (Double(users), time.inMilliseconds)
      }
    }
    show(
      .curve(
        id: "p99", title: "99 of 100 users wait no longer than",
        x: .init("users at once", scale: .logarithmic),
        y: .init("p99, logarithmic", unit: "ms", scale: .logarithmic),
        series: zip(Discipline.allCases, lines).map { CurveFigure.Series($0.label, $1) }
          + [.init("objective", counts.map { (Double($0), load.objective.responseTime.inMilliseconds) })]))
  }
}
