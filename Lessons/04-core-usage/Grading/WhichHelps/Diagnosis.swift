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
    var finding = judge(candidate, jobs) { _, _ in true }
    switch finding.outcome {
    case .different, .mistake(GeneralMistake.missesASpecialCase.rawValue, _):
      // More than one fault: each kind of job by itself.
      let kinds: [(Job, Language) -> Bool] = [
        { $0.computes && !$0.mayCrash && $1 == .swift }, { $0.computes && !$0.mayCrash && $1 == .python },
        { job, _ in !job.computes && !job.mayCrash }, { job, _ in job.mayCrash },
      ]
      let named = kinds.lazy.map { judge(candidate, jobs, where: $0) }.first { isNamed($0.outcome) }
      if let named { return named }
    default: break
    }
    if finding.outcome == .passed {
      finding.remark = """
        What a thread does meanwhile decides, and the language only where pieces compute. You could write it as one `switch` over a tuple: \
        every case stands in a line, but the order in which to ask is harder to see. Next: use all cores, and lose nothing. (tally)
        """
    }
    return finding
  }

  private static func judge(
    _ candidate: @escaping Function, _ jobs: [(words: String, job: Job)],
    where isAsked: (Job, Language) -> Bool
  ) -> Finding {
    judge(
      candidate,
      by: jobs.flatMap { words, job in
        Language.allCases.filter { isAsked(job, $0) }.map { language in
          FormulaQuestion("\(words) in \(language == .swift ? "Swift" : "Python")") {
            Double(try $0(job, language).rawValue)
          }
        }
      }, others: [("processes-in-swift", { job, _ in try solution(job, .python) })],
      naming: { Technique(rawValue: Int($0)).map { ".\($0)" } ?? "nothing" })
  }

  private static func isNamed(_ outcome: Finding.Outcome) -> Bool {
    guard case .mistake(let name, _) = outcome else { return false }
    return mistakes.contains { $0.name == name }
  }
}
