import LessonKit

extension CapacityGrading {
  /// A page and a deadline, in milliseconds. The head's example first; then a page that only works, one that just makes it, one that
  /// is too slow even alone, a deadline that leaves no room for the wait, and a crowd.
  private static let pages: [(work: Int, wait: Int, deadline: Int)] = [
    (10, 90, 250), (20, 0, 100), (50, 100, 150), (3, 27, 100), (40, 20, 99), (10, 300, 250), (8, 95, 100),
    (1, 200, 1200), (4, 10, 1010),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    var findings = servers.map { servers in
      judge(
        candidate,
        by: pages.flatMap { page in
          servers.map { question($0, page) }
        },
        andAtRandom: { chance in
          var server = chance.one(of: servers)
          if case .threads = server { server = .threads(atMost: chance.count(1...30)) }
          let (work, wait) = (chance.count(1...40), chance.isSo(oneIn: 6) ? 0 : chance.count(1...200))
          // As long as some pages take, one more or one less; or any.
          let pages = chance.count(1...20) * chance.one(of: [work, work + wait]) + chance.one(of: [0, wait])
          let deadline = chance.one(of: [pages, pages + chance.whole(-1...1), chance.count(1...400)])
          return question(server, (work, wait, max(1, deadline)))
        }, noting: 6000, others: others, slips: slips, ignoring: ignoring)
    }
    let threads = findings.endIndex - 1
    if isVague(findings[threads].outcome), let example = secondRound(of: candidate) {
      findings[threads].outcome = .mistake("uses-threads-again", detail: example)
    }
    guard let first = findings.firstIndex(where: { $0.outcome != .passed }) else {
      findings[0].remark = """
        Only what has to be done one after another sets a limit. This was one click of each user; if they ask again and again, the waits \
        fall into the others' work, and an event loop copes with `deadline / work`. More cores would help the threads, and an event loop for \
        each core as well. Next: is what a load test measures what the users see? (omission)
        """
      return findings[0]
    }
    let second = findings[(first + 1)...].lazy.compactMap { example(of: $0.outcome) }.first
    return findings[first].mentioning(
      second.map { "the answers for another server are wrong as well. \($0)" })
  }

  /// Whether nothing is known of what is wrong but where.
  private static func isVague(_ outcome: Finding.Outcome) -> Bool {
    switch outcome {
    case .different: true
    case .mistake(let name, _): name == GeneralMistake.missesASpecialCase.rawValue
    case .toDo, .passed, .stalled: false
    }
  }

  /// An example where more users are counted than there are threads, if all wrong answers are of that kind: the core has the time for
  /// them, so a thread must have taken up a second one.
  private static func secondRound(of candidate: Function) -> String? {
    var example: String?
    for page in pages {
      for server in servers[servers.endIndex - 1] {
        guard case .threads(let most) = server,
          let users = try? candidate(server, page.work, page.wait, page.deadline),
          let right = try? solution(server, page.work, page.wait, page.deadline)
        else { return nil }
        if users == right { continue }
        guard right == most, users > most, users <= (page.deadline - page.wait) / page.work else {
          return nil
        }
        example =
          example
          ?? "For \(inWords(server)), \(page.work) ms of work, \(page.wait) ms of wait and a deadline of \(page.deadline) ms you returned \(users); right is \(right)."
      }
    }
    return example
  }

  /// One server at a time: what is wrong with one of them says nothing of the others.
  private static let servers: [[ServerKind]] = [
    [.oneAtATime], [.eventLoop],
    [.threads(atMost: 200), .threads(atMost: 5), .threads(atMost: 1), .threads(atMost: 2000)],
  ]

  private static func question(_ server: ServerKind, _ page: (work: Int, wait: Int, deadline: Int))
    -> FormulaQuestion<Function>
  {
    FormulaQuestion(
      "\(inWords(server)), \(page.work) ms of work, \(page.wait) ms of wait and a deadline of \(page.deadline) ms",
      where: special(server, page)
    ) { Double(try $0(server, page.work, page.wait, page.deadline)) }
  }

  private static func special(
    _ server: ServerKind, _ page: (work: Int, wait: Int, deadline: Int)
  ) -> [String] {
    let atBest = max(0, page.deadline - page.wait) / page.work
    let hasFewThreads = if case .threads(let most) = server { most < atBest } else { false }
    return [
      hasFewThreads ? "there are fewer threads than the core has time for" : nil,
      page.wait == 0 ? "there is no wait" : nil,
      page.wait > page.deadline ? "the wait alone is longer than the deadline" : nil,
      page.work + page.wait > page.deadline ? "not even one page is in time" : nil,
      page.work + page.wait == page.deadline ? "one page takes just the deadline" : nil,
    ].compactMap(\.self)
  }

  private static func inWords(_ server: ServerKind) -> String {
    switch server {
    case .oneAtATime: "one at a time"
    case .threads(let most): most == 1 ? "a single thread" : "at most \(most) threads"
    case .eventLoop: "an event loop"
    }
  }

  /// The example that shows what was found; `nil` if there is none.
  private static func example(of outcome: Finding.Outcome) -> String? {
    switch outcome {
    case .mistake(_, let detail): detail
    case .different(let says): says
    case .toDo, .passed, .stalled: nil
    }
  }
}
