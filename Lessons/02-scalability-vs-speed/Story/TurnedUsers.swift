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
    let seen = try Discipline.allCases.map { discipline in
      // Those who were let in notice nothing of those who were not; the model can do without these.
      let users = telling.isExact && discipline == .threads ? min(load.users, load.threads) : load.users
      return try load.result(discipline, users: users, laboratory)
    }
    let knees = try Discipline.allCases.map { try load.knee($0, model) }
    telling.show(
      .table(
        title: load.users == 1 ? "1 user at each server" : "\(load.users) users at each server",
        corner: "server",
        columns: [
          .init("p99", unit: "ms"), .init("answers", unit: "a second"), .init("turned away", unit: "users"),
          .init("copes with", unit: "users"),
        ],
        rows: zip(Discipline.allCases, zip(seen, knees)).map { discipline, found in
          let (result, knee) = found
          return .init(
            discipline.label,
            [
              result.answered > 0 ? result.p99.inMilliseconds : nil, result.throughput,
              discipline == .threads ? Double(max(0, load.users - load.threads)) : 0,
              knee.breaks == nil ? nil : Double(knee.holds),
            ])
        }))
    if knees.contains(where: { $0.breaks == nil }) {
      telling.say("A dot in the last column: more than \(Laboratory.most) users are not tried.")
    }
    if seen.contains(where: { $0.answered == 0 }) {
      telling.say("A dot below p99: all users gave up before they were answered.")
    }
    try telling.show(load, model)
    for sentence in WhatChanged(load, knees: knees.map(\.holds)).sentences { telling.say(sentence) }
    for (discipline, knee) in zip(Discipline.allCases, knees) {
      telling.note("capacity/\(discipline.rawValue)", Double(knee.holds), unit: "users")
    }
    let ramps = Ramps(
      knees: Dictionary(uniqueKeysWithValues: zip(Discipline.allCases, knees)), faster: knees[0])
    return Until.Evidence(ramps: ramps, exact: ramps, alone: Alone())
  }
}

extension Telling {
  /// Shows how long answers take, for few users up to many.
  fileprivate func show(_ load: TurnedLoad, _ model: Laboratory) throws {
    let counts = Set([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, load.users]).sorted()
    let lines = try Discipline.allCases.map { discipline in
      // One at a time, every user waits for the pages of all; that needs no model.
      try counts.filter { discipline != .threads || $0 <= load.threads }.map { users in
        let time =
          discipline == .oneAtATime
          ? Degrading.responseTime(of: load.page, users: users)
          : try load.result(discipline, users: users, model).p99
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
