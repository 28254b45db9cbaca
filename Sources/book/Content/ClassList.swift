import Console
import Foundation
import Report

/// A class as its teacher has collected it: what `lessons check --json` printed for each learner, a file for each.
struct ClassList {
  struct Learner {
    /// The file's name without its ending.
    var name: String
    var report: CheckReport
  }

  /// A misconception over the whole class.
  struct Misconception {
    var exercise: String
    var mistake: String
    var learners: [String]
    /// How often it was met in all.
    var times: Int
  }

  let learners: [Learner]

  /// Reads the files.
  ///
  /// - Throws: a ``Console/Complaint`` that names a file that is none of these, or two for one learner.
  init(_ files: [String]) throws(Complaint) {
    var learners: [Learner] = []
    for file in files {
      let url = URL(fileURLWithPath: file)
      guard let data = try? Data(contentsOf: url) else {
        throw .unavailable("\(file) cannot be read", advice: ["Is it a file that you may read?"])
      }
      guard let report = try? JSONDecoder().decode(CheckReport.self, from: data) else {
        throw .unavailable(
          "\(file) is not what 'lessons check --json' prints",
          advice: ["Each learner makes one: swift run lessons check --json > name.json"])
      }
      let name = url.deletingPathExtension().lastPathComponent
      guard !learners.contains(where: { $0.name == name }) else {
        throw .usage("two files are called \(name): each learner has one", advice: ["Rename one of them."])
      }
      learners.append(Learner(name: name, report: report))
    }
    self.learners = learners.sorted { $0.name.localizedStandardCompare($1.name) == .orderedAscending }
  }

  /// The exercises that at least one file has, in the workbook's order; those that this workbook does not know come last.
  func exercises(among known: [String]) -> [String] {
    let theirs = Set(learners.flatMap { $0.report.exercises.map(\.exercise) })
    return known.filter(theirs.contains) + theirs.subtracting(known).sorted()
  }

  /// The misconceptions that were met, those of the most learners first.
  var misconceptions: [Misconception] {
    var found: [String: Misconception] = [:]
    for learner in learners {
      for met in learner.report.misconceptions {
        var own =
          found["\(met.exercise) \(met.mistake)"]
          ?? Misconception(exercise: met.exercise, mistake: met.mistake, learners: [], times: 0)
        own.learners.append(learner.name)
        own.times += met.times
        found["\(met.exercise) \(met.mistake)"] = own
      }
    }
    return found.values.sorted {
      ($1.learners.count, $1.times, $0.exercise, $0.mistake) < (
        $0.learners.count, $0.times, $1.exercise, $1.mistake
      )
    }
  }
}
