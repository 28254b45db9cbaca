import LessonKit

extension WhichHelpsGrading {
  /// Eight jobs; the plainest come first.
  private static let jobs: [(words: String, job: Job)] = [
    ("counting primes", job(computes: true)),
    ("fetching pages with await", job(canBeAwaited: true)),
    ("asking a database by a call that keeps its thread", job()),
    ("packing pictures in C code that releases the lock", job(computes: true, releasesTheLock: true)),
    ("running strangers' plug-ins, which compute and may crash", job(computes: true, mayCrash: true)),
    ("waiting with await in plug-ins that may crash", job(canBeAwaited: true, mayCrash: true)),
    ("waiting in old drivers that keep their thread and may crash", job(mayCrash: true)),
    (
      "computing in C code that releases the lock and may crash",
      job(computes: true, releasesTheLock: true, mayCrash: true)
    ),
  ]

  private static func job(
    computes: Bool = false, canBeAwaited: Bool = false, releasesTheLock: Bool = false, mayCrash: Bool = false
  ) -> Job {
    Job(
      computes: computes, canBeAwaited: canBeAwaited, releasesTheLock: releasesTheLock, mayCrash: mayCrash)
  }

  static func examine(_ candidate: @escaping Function) -> Finding {
    var finding = judge(
      candidate,
      by: cases.map { asked in
        FormulaQuestion(asked.words) { Double(try $0(asked.job, asked.language).rawValue) }
      }, naming: { Technique(rawValue: Int($0)).map { ".\($0)" } ?? "nothing" })
    switch finding.outcome {
    case .passed:
      finding.remark = """
        What a thread does meanwhile decides, and the language only where pieces compute. You could write it as one `switch` over a tuple: \
        every case stands in a line, but the order in which to ask is harder to see. Next: use all cores, and lose nothing. (tally)
        """
    case .different,
      .mistake where !isDecided(finding.outcome):
      finding.outcome = misreading(by: candidate) ?? diagnosis(of: candidate)
    default: break
    }
    return finding
  }

  private struct Case {
    var words: String
    var job: Job
    var language: Language
  }

  private static let cases = jobs.flatMap { words, job in
    Language.allCases.map { language in
      Case(words: "\(words) in \(language == .swift ? "Swift" : "Python")", job: job, language: language)
    }
  }

  /// Whether nothing has to be looked at job by job.
  private static func isDecided(_ outcome: Finding.Outcome) -> Bool {
    guard case .mistake(let name, _) = outcome else { return false }
    return [.alwaysTheSame, .givesUp].contains(GeneralMistake(rawValue: name))
  }

  /// Questions to which the right answer is given where another one was asked.
  private static let misreadings: [(name: String, detail: String, read: @Sendable (Case) -> Case)] = [
    ("computes-makes-no-difference", "", { with($0) { $0.job.computes = false } }),
    ("mixes-up-the-languages", "", { with($0) { $0.language = $0.language == .swift ? .python : .swift } }),
    ("the-other-way-round", "It is `computes`. ", { with($0) { $0.job.computes.toggle() } }),
    ("the-other-way-round", "It is `canBeAwaited`. ", { with($0) { $0.job.canBeAwaited.toggle() } }),
    ("the-other-way-round", "It is `releasesTheLock`. ", { with($0) { $0.job.releasesTheLock.toggle() } }),
    ("the-other-way-round", "It is `mayCrash`. ", { with($0) { $0.job.mayCrash.toggle() } }),
    (
      "swift-has-the-lock-too", "",
      { with($0) { if $0.job.computes, $0.job.releasesTheLock { $0.language = .python } } }
    ),
  ]

  private static func with(_ asked: Case, _ change: (inout Case) -> Void) -> Case {
    var asked = asked
    change(&asked)
    return asked
  }

  /// One misreading of the question that explains all answers; `nil` where none does.
  private static func misreading(by candidate: Function) -> Finding.Outcome? {
    let answers = cases.map { try? candidate($0.job, $0.language) }
    let rights = cases.map { try? solution($0.job, $0.language) }
    guard let place = answers.indices.first(where: { answers[$0] != rights[$0] }),
      let yours = answers[place], let right = rights[place]
    else { return nil }
    let told = "For \(cases[place].words) you returned .\(yours); right is .\(right)."
    let misread = misreadings.first { misreading in
      zip(cases, answers).allSatisfy { asked, answer in
        let read = misreading.read(asked)
        return (try? solution(read.job, read.language)) == answer
      }
    }
    if let misread { return .mistake(misread.name, detail: misread.detail + told) }
    let mayCrash = cases.indices.filter { cases[$0].job.mayCrash }
    let areSheltered = mayCrash.allSatisfy { answers[$0] == answers[mayCrash[0]] }
    return areSheltered && cases[place].job.mayCrash ? .mistake("no-shelter-from-a-crash", detail: told) : nil
  }

  /// Each wrong choice has its reason. The one by which most choices are wrong is told, and one that is wrong for another reason
  /// is mentioned.
  private static func diagnosis(of candidate: Function) -> Finding.Outcome {
    let wrong = cases.compactMap { asked -> (name: String, detail: String)? in
      guard let yours = try? candidate(asked.job, asked.language),
        let right = try? solution(asked.job, asked.language), yours != right
      else { return nil }
      return (
        reason(yours, instead: right, asked), "or \(asked.words) you returned .\(yours); right is .\(right)."
      )
    }
    func count(_ name: String) -> Int { wrong.count { $0.name == name } }
    // Of equals the first: the plainest jobs are asked first.
    let first = wrong.reduce(wrong[0]) { count($1.name) > count($0.name) ? $1 : $0 }
    let other = wrong.first { $0.name != first.name }
    return Finding(.mistake(first.name, detail: "F\(first.detail)"))
      .mentioning(other.map { "f\($0.detail)" }).outcome
  }

  private static func reason(_ yours: Technique, instead right: Technique, _ asked: Case) -> String {
    switch (yours, right) {
    case _ where asked.job.mayCrash: "survives-a-crash"
    case (.loop, _) where asked.job.computes: "loop-computes"
    case (.loop, _): "blocks-the-loop"
    case (.taskGroup, .loop): "more-than-the-loop"
    case (.taskGroup, .threads) where asked.job.computes: "task-group-in-python"
    case (.taskGroup, .threads): asked.language == .swift ? "blocks-the-pool" : "blocks-the-loop"
    case (.taskGroup, _): "task-group-in-python"
    case (.threads, .loop): "thread-for-each-wait"
    case (.threads, .taskGroup): "threads-in-swift"
    case (.threads, _): "threads-beat-the-lock"
    case (.processes, .taskGroup): "processes-in-swift"
    case (.processes, _): asked.job.computes ? "lock-is-never-released" : "processes-to-wait"
    }
  }
}
