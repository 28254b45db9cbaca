import Console
import HTML
import Report

/// A page for a teacher: who has done what, and which misconceptions were met how often.
struct ClassPage {
  let list: ClassList
  let exercises: [String]

  var contents: HTML {
    HTML([
      element("section", ["class": "head", "aria-labelledby": "title"]) {
        element("p", ["class": "kicker"]) { "The Async Workbook" }
        element("h1", ["id": "title"]) { "The class" }
        element("p", ["class": "lead"]) { summary }
      },
      section("claims", "done", "Who has done what") {
        table(below: "done", columns: (["Learner"] + exercises + ["Passed"]).map(HTML.init(text:))) {
          element("tbody") { HTML(list.learners.map(row)) }
        }
      },
      section("claims", "met", "Misconceptions that were met") {
        let columns = ["Exercise", "Misconception", "Learners", "Times", "Who"]
        table(below: "met", columns: columns.map(HTML.init(text:))) {
          element("tbody") { HTML(list.misconceptions.map(row)) }
        }
      },
      element("p", ["class": "facts"]) {
        "Made from what 'lessons check --json' printed for each learner. Nothing of it was sent anywhere: this page has it all."
      },
    ])
  }

  private var summary: String {
    let (all, passed) = (
      list.learners.count * exercises.count,
      list.learners.reduce(0) { $0 + $1.report.exercises.count { $0.status == .passed } }
    )
    let learners = list.learners.count == 1 ? "1 learner" : "\(list.learners.count) learners"
    return
      "\(learners), \(exercises.count) exercises: \(passed) of \(all) are passed, and \(list.misconceptions.count) misconceptions were met."
  }

  private func row(_ learner: ClassList.Learner) -> HTML {
    element("tr") {
      element("th", ["scope": "row"]) { learner.name }
      for exercise in exercises { element("td") { status(learner, exercise) } }
      element("td") { "\(learner.report.exercises.count { $0.status == .passed })" }
    }
  }

  /// How an exercise stands, with the name of the mistake if it has one.
  private func status(_ learner: ClassList.Learner, _ exercise: String) -> String {
    guard let record = learner.report.exercises.first(where: { $0.exercise == exercise }) else { return "–" }
    switch record.status {
    case .passed: return "✓\u{A0}passed"
    case .toDo: return "to\u{A0}do"
    default: return "✗ " + (record.mistake ?? record.status.rawValue)
    }
  }

  private func row(_ met: ClassList.Misconception) -> HTML {
    element("tr") {
      element("td") { met.exercise }
      element("th", ["scope": "row"]) { met.mistake }
      element("td") { "\(met.learners.count)" }
      element("td") { "\(met.times)" }
      element("td") { met.learners.joined(separator: ", ") }
    }
  }
}
