import LessonKit
import Platform

extension TurnGrading {
  /// The plainest turns first; then those in which the queues meet, ties, and a loop that is late.
  private static let turns: [(now: Int, queues: Queues)] = [
    (0, queues(["A", "B"])), (10, queues([], ("A", 30))), (0, queues([])), (30, queues([], ("A", 30))),
    (7, queues(["A"], ("B", 25))), (40, queues(["B"], ("A", 30))),
    (50, queues([], ("A", 60), ("B", 55), ("C", 90))),
    (100, queues([], ("A", 30))), (50, queues([], ("A", 40), ("B", 20), ("C", 70))),
    (20, queues([], ("C", 20), ("B", 10), ("A", 10))),
    (20, queues(["D", "F"], ("A", 20), ("B", 10), ("C", 50), ("E", 10))), (60, queues(["C", "A", "B"])),
    (5, queues(["A", "C"], ("B", 5), ("D", 25), ("E", 15))), (0, queues([], ("B", 8), ("A", 8))),
    (50, queues([], ("A", 20), ("B", 40))), (19, queues(["B"], ("A", 20))),
    (50, queues(["D"], ("C", 40), ("B", 20), ("A", 40))),
  ]

  private static func queues(_ ready: [String], _ sleepers: (String, Int)...) -> Queues {
    Queues(ready: ready, sleepers: sleepers.map { Sleeper(task: $0.0, until: $0.1) })
  }

  /// All that any answer did, in words: the judge compares their places here.
  private static let deeds = Guarded([String]())

  static func examine(_ candidate: @escaping Function) -> Finding {
    let whole = judge(candidate) { "\($0), leaving \($1)" }
    switch whole.outcome {
    case .different, .mistake(GeneralMistake.missesASpecialCase.rawValue, _):
      if let finding = leavingSomeAsleep(candidate) { return finding }
      // More than one fault: what comes next, and what is left, each by itself.
      let step = judge(candidate) { step, _ in step }
      if let name = name(of: step), mistakes.contains(where: { $0.name == name }) || name == constant {
        return step
      }
      let left = judge(candidate) { _, left in "leaving \(left)" }
      return name(of: left).map(aboutWhatIsLeft.contains) == true ? left : whole
    default: return whole
    }
  }

  /// A finding where each wrong turn leaves sleepers asleep whose time has come, and wakes others, or leaves only those whose time is
  /// just now.
  private static func leavingSomeAsleep(_ candidate: Function) -> Finding? {
    var told: String?
    var woken: Set<Int> = []
    var isOnlyNow = true
    for (now, queues) in turns {
      func asked(_ function: Function) -> (step: Step, left: Queues)? {
        var left = queues
        return (try? function(&left, now)).map { step in
          left.sleepers.sort { $0.until < $1.until }
          return (step, left)
        }
      }
      guard let (step, left) = asked(candidate), let right = asked(solution) else { return nil }
      if (step, left) == right { continue }
      let due = queues.sleepers.filter { $0.until <= now }
      let asleep = due.filter(left.sleepers.contains)
      let awake = due.filter { sleeper in
        !left.sleepers.contains(sleeper)
          && (step == .run(sleeper.task) || left.ready.contains(sleeper.task))
      }
      // Nothing else may be wrong with it: all go on, each in one place.
      guard !asleep.isEmpty, asleep.count + awake.count == due.count,
        !asleep.contains(where: { step == .run($0.task) || left.ready.contains($0.task) })
      else { return nil }
      woken.insert(awake.count)
      isOnlyNow = isOnlyNow && asleep.allSatisfy { $0.until == now }
      let woke = awake.isEmpty ? "" : "woke \(listed(awake)) and "
      told = told ?? "For now = \(now), \(words(queues)), you \(woke)left \(listed(asleep)) asleep."
    }
    let name: String
    if !woken.contains(0) {
      name = woken == [1] ? "wakes-one-a-turn" : "wakes-only-some"
    } else if isOnlyNow {
      name = "not-at-its-own-time"
    } else {
      return nil
    }
    return told.map { Finding(.mistake(name, detail: $0)) }
  }

  private static func listed(_ sleepers: [Sleeper]) -> String {
    sleepers.map(\.task).joined(separator: " and ")
  }

  private static let constant = GeneralMistake.alwaysTheSame.rawValue
  private static let aboutWhatIsLeft: Set = [
    "stays-in-the-queue", "forgets-the-sleeper", "stays-asleep-too", "loses-those-who-wake",
    "changes-nothing",
  ]

  private static func name(of finding: Finding) -> String? {
    if case .mistake(let name, _) = finding.outcome { name } else { nil }
  }

  /// - Parameter deed: what is looked at, of a step and the queues that it leaves.
  private static func judge(
    _ candidate: @escaping Function, by deed: @escaping (_ step: String, _ left: String) -> String
  ) -> Finding {
    judge(
      candidate,
      by: turns.map { question($0, $1, deed) },
      andAtRandom: { chance in
        var names = ["A", "B", "C", "D", "E", "F", "G"]
        func name() -> String { names.remove(at: chance.whole(0...names.count - 1)) }
        let now = chance.whole(0...60)
        let ready = (0..<(chance.isSo() ? 0 : chance.count(0...3))).map { _ in name() }
        let sleepers = (0..<chance.count(0...4)).map { _ in
          let until = chance.one(of: [now, now + 1, chance.whole(0...now), chance.whole(now...now + 40)])
          return Sleeper(task: name(), until: until)
        }
        return question(now, Queues(ready: ready, sleepers: sleepers), deed)
      }, others: others,
      naming: { number in deeds.withLock { $0[Int(number)] } })
  }

  private static func question(
    _ now: Int, _ queues: Queues, _ deed: @escaping (_ step: String, _ left: String) -> String
  ) -> FormulaQuestion<Function> {
    FormulaQuestion("now = \(now), \(words(queues))") { function in
      var left = queues
      let step = try function(&left, now)
      // A list that is kept sorted by time is as right as one in the order of falling asleep: only ties depend on that.
      left.sleepers.sort { $0.until < $1.until }
      return number(of: deed(words(step), words(left)))
    }
  }

  private static func number(of deed: String) -> Double {
    deeds.withLock { deeds in
      if let place = deeds.firstIndex(of: deed) { return Double(place) }
      deeds.append(deed)
      return Double(deeds.count - 1)
    }
  }

  private static func words(_ step: Step) -> String {
    switch step {
    case .run(let task): ".run(\"\(task)\")"
    case .wait(let time): ".wait(\(time))"
    case .standstill: ".standstill"
    }
  }

  private static func words(_ queues: Queues) -> String {
    let sleepers = queues.sleepers.map { "\($0.task) until \($0.until)" }
    return
      "ready = [\(queues.ready.joined(separator: ", "))], sleepers = [\(sleepers.joined(separator: ", "))]"
  }
}
