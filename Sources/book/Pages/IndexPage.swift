import Console
import HTML
import Reading
import Report

/// The book's first page: its lessons, all claims, and where the figures come from.
struct IndexPage {
  let lessons: [LessonContent]
  let origin: Origin

  var contents: HTML {
    HTML([
      element("section", ["class": "head", "aria-labelledby": "title"]) {
        element("p", ["class": "kicker"]) { "Lectures about asynchronous programming, in Swift" }
        element("h1", ["id": "title"]) { "The Async Workbook" }
        element("p", ["class": "lead"]) {
          "Each lesson goes with one lecture. It runs what the lecture claims, measures it, draws it, and says whether it holds. "
          Summary.text(of: lessons.flatMap(\.claims))
        }
      },
      section("cards", "lessons", "Lessons") { element("ol") { HTML(lessons.map(card)) } },
      claims,
      machines,
    ])
  }

  private func card(_ lesson: LessonContent) -> HTML {
    let passed = lesson.exercises.count { $0.status == .passed }
    return element("li", ["class": "card"]) {
      element("h3") {
        element("span", ["class": "number"]) { "\(lesson.entry.number)" }
        element("a", ["href": lesson.page]) { lesson.entry.title }
      }
      element("p") { prose(lesson.readme.question) }
      element("p", ["class": "facts"]) {
        "Lecture "
        element("cite") { lesson.text.transcript.lecture ?? lesson.entry.lecture }
        if let chapter = lesson.text.transcript.chapter { " (\(chapter))" }
        " · \(lesson.entry.minutes) minutes · "
        if !lesson.exercises.isEmpty { "\(passed) of \(lesson.exercises.count) exercises passed · " }
        Summary.text(of: lesson.claims)
      }
    }
  }

  private var claims: HTML {
    section("claims", "claims", "What the lectures claim") {
      // Without a script there is nothing to filter with: the script shows the form.
      element("form", ["class": "filter", "hidden": "", "aria-label": "Filter the claims"]) {
        choice(
          "verdict", "Verdict",
          [.holds, .corrected, .fails, .notMeasured].filter(occurs).map {
            ($0.rawValue, ClaimMarkup.word($0))
          })
        choice("lesson", "Lesson", lessons.map { ($0.entry.id, "\($0.entry.number) · \($0.entry.title)") })
        element("output", ["aria-live": "polite"]) { "" }
      }
      let columns = ["At", "The lecture says", "Verdict", "Measured", "Bound"]
      table(below: "claims", columns: columns.map(HTML.init(text:))) { HTML(lessons.map(rows)) }
    }
  }

  private func occurs(_ verdict: Verdict) -> Bool {
    lessons.contains { $0.claims.contains { $0.verdict == verdict } }
  }

  private func choice(_ name: String, _ title: String, _ options: [(value: String, text: String)]) -> HTML {
    element("label") {
      "\(title) "
      element("select", ["name": name]) {
        element("option", ["value": ""]) { "all" }
        for option in options { element("option", ["value": option.value]) { option.text } }
      }
    }
  }

  private func rows(_ lesson: LessonContent) -> HTML {
    element("tbody", ["data-lesson": lesson.entry.id]) {
      element("tr", ["class": "of"]) {
        element("th", ["colspan": "5", "scope": "rowgroup"]) {
          element("a", ["href": lesson.page]) { "\(lesson.entry.number) · \(lesson.entry.title)" }
        }
      }
      for claim in lesson.claims.sorted(by: { $0.at < $1.at }) {
        element("tr", ["data-verdict": claim.verdict.rawValue]) {
          element("td") {
            element("a", ["href": "\(lesson.page)#\(ClaimMarkup.anchor(claim.id))"]) { claim.at }
          }
          element("td") { prose(claim.statement) }
          element("td", ["class": "verdict \(ClaimMarkup.style(claim.verdict))"]) {
            ClaimMarkup.mark(claim.verdict)
            ClaimMarkup.word(claim.verdict)
          }
          element("td") { ClaimMarkup.value(claim) ?? "–" }
          element("td") { ClaimMarkup.bound(claim) }
        }
      }
    }
  }

  /// One row for all lessons that were measured alike.
  private var machines: HTML {
    section("machines", "machines", "Where the figures come from") {
      let columns = ["Lesson", "Time", "Machine", "Made", "Repeat it with"]
      table(below: "machines", columns: columns.map(HTML.init(text:))) {
        element("tbody") { HTML(lessons.map(machine)) }
      }
      element("p") {
        "The whole book is made again with "
        element("code") { origin.command }
        ". What each lesson reported stands beside the pages, in "
        element("code") { "reports" }
        "."
      }
    }
  }

  private func machine(_ lesson: LessonContent) -> HTML {
    element("tr") {
      element("th", ["scope": "row"]) { "\(lesson.entry.number)" }
      element("td") { lesson.report.time }
      element("td") { Origin.machine(lesson.report.machine) }
      element("td") { Origin.date(lesson.report.made) }
      element("td") {
        element("code") {
          "swift run lessons run \(lesson.entry.number)"
            + (lesson.report.time == "virtual" ? " --time virtual" : "")
        }
      }
    }
  }
}
