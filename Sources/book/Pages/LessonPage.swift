import Console
import HTML
import Reading
import Workbook

/// The page of a lesson.
struct LessonPage {
  let lesson: LessonContent
  let origin: Origin
  /// The lessons before and after, by number and title.
  var previous: LessonContent?
  var next: LessonContent?

  var contents: HTML {
    let lecture = LectureMarkup(lesson)
    return HTML([
      head,
      element("section", ["class": "reading", "aria-label": "Lecture and code"]) {
        element("div", ["class": "lecture"]) {
          element("h2", ["id": "lecture"]) { "The lecture" }
          element("p", ["class": "hint"]) {
            "Choose a sentence, and its code is marked; choose code, and its sentences are. "
            element("kbd") { "↑" }
            " and "
            element("kbd") { "↓" }
            " walk from a chosen sentence to the next."
          }
          lecture.html
        }
        element("aside", ["class": "code", "aria-labelledby": "code", "tabindex": "-1"]) {
          element("div", ["class": "bar"]) {
            element("h2", ["id": "code"]) { "The code" }
            if lesson.hasPython { Self.languages }
          }
          CodeMarkup(listings: lesson.listings, passage: lecture.passage).html
        }
      },
      Play.of(lesson.entry.id).map(play) ?? .nothing,
      words(lecture.otherWords),
      questions,
      exercises,
      HTML(lesson.readme.more.map(more)),
      element("footer") {
        origin.html(of: lesson)
        element("nav", ["class": "turn", "aria-label": "Previous and next lesson"]) {
          if let previous {
            element("a", ["href": previous.page, "rel": "prev"]) {
              "← \(previous.entry.number) · \(previous.entry.title)"
            }
          }
          if let next {
            element("a", ["href": next.page, "rel": "next"]) {
              "\(next.entry.number) · \(next.entry.title) →"
            }
          }
        }
      },
      answersOnPaper,
    ])
  }

  private var head: HTML {
    element("section", ["class": "head", "aria-labelledby": "title"]) {
      element("p", ["class": "kicker"]) { "Lesson \(lesson.entry.number) · \(lesson.entry.minutes) minutes" }
      element("h1", ["id": "title"]) { lesson.entry.title }
      element("p", ["class": "lead"]) { prose(lesson.readme.question) }
      element("div", ["class": "objectives"]) {
        element("h2") { "After this lesson you can" }
        element("ul") {
          for objective in lesson.readme.objectives {
            element("li") { prose(objective.replacing("After this lesson you can ", with: "")) }
          }
        }
      }
      element("p", ["class": "facts"]) {
        "With the lecture "
        element("cite") { lesson.text.transcript.lecture ?? lesson.entry.lecture }
        if let course = lesson.text.transcript.course { ", from “\(course)”, retold in our own words" }
        ". "
        Origin.summary(of: lesson)
      }
      element("nav", ["class": "here", "aria-label": "On this page"]) {
        element("a", ["href": "#lecture"]) { "The lecture and its code" }
        if let play = Play.of(lesson.entry.id) {
          element("a", ["href": "#play"]) {
            "Play: \(play.title.prefix(1).lowercased() + play.title.dropFirst())"
          }
        }
        element("a", ["href": "#questions"]) { "Check yourself" }
        if !lesson.exercises.isEmpty { element("a", ["href": "#exercises"]) { "Exercises" } }
      }
    }
  }

  private static var languages: HTML {
    element("fieldset", ["class": "languages"]) {
      element("legend") { "Language" }
      for (id, name) in [("swift", "Swift"), ("python", "Python")] {
        let checked = id == "swift" ? "" : nil
        element("label") {
          element(
            "input",
            ["type": "radio", "name": "language", "id": "show-\(id)", "value": id, "checked": checked])
          " \(name)"
        }
      }
    }
  }

  /// Where the play goes; the script fills it in, and without one there is nothing to see.
  private func play(_ play: Play) -> HTML {
    element("section", ["class": "play", "data-play": play.name, "hidden": "", "aria-labelledby": "play"]) {
      element("h2", ["id": "play"]) { play.title }
      element("p") { play.introduction }
      QuestionMarkup(question: play.question).html
      element("div", ["class": "stage"]) { "" }
    }
  }

  private func words(_ words: [LessonReadme.Word]) -> HTML {
    guard !words.isEmpty else { return .nothing }
    return section("words", "words", "More words") {
      element("dl") {
        for word in words {
          element("div") {
            element("dt") { word.term }
            element("dd") { prose(ClaimMarkup.sentence(word.meaning)) }
          }
        }
      }
    }
  }

  /// The answers on a page of their own, at the end: only there on paper, where nothing can be unfolded.
  private var answersOnPaper: HTML {
    element("section", ["class": "on-paper answers"]) {
      element("h2") { "Answers" }
      element("ol") { for answer in lesson.readme.answers { element("li") { prose(answer) } } }
    }
  }

  /// The questions, each with its answer folded in.
  private var questions: HTML {
    section("questions", "questions", "Check yourself") {
      element("ol") {
        for (question, answer) in zip(lesson.readme.questions, lesson.readme.answers) {
          element("li") {
            element("p") { prose(question) }
            element("details") {
              element("summary") { "Answer" }
              element("p") { prose(answer) }
            }
          }
        }
      }
    }
  }

  private var exercises: HTML {
    guard !lesson.exercises.isEmpty else { return .nothing }
    return section("exercises", "exercises", "Exercises") {
      element("p") {
        "Each is one function to complete, in a file of its own. The workbook says what is wrong, and why."
      }
      element("ol") { HTML(lesson.exercises.map(exercise)) }
    }
  }

  private func exercise(_ item: LessonContent.Exercise) -> HTML {
    let exercise = item.exercise
    let times = lesson.readme.practice[exercise.name] ?? []
    return element(
      "li", ["id": "exercise-\(exercise.name)", "class": item.status == .passed ? "passed" : nil]
    ) {
      element("h3") {
        element("span", ["class": "number"]) { exercise.number }
        " \(exercise.name) "
        element("span", ["class": "state"]) { Self.state(item.status) }
      }
      element("p") { prose(ClaimMarkup.sentence(exercise.question)) }
      element("p", ["class": "where"]) {
        element("code") { exercise.file }
        " · "
        element("code") { "swift run lessons watch \(exercise.name)" }
      }
      if !times.isEmpty {
        element("p", ["class": "where"]) {
          "It practises what the lecture says at "
          for (index, time) in times.enumerated() {
            if index > 0 { ", " }
            element("a", ["href": "#\(time.replacing(":", with: "-"))"]) { time }
          }
          "."
        }
      }
    }
  }

  private static func state(_ status: ExerciseStatus) -> String {
    switch status {
    case .toDo: "to do"
    case .passed: "✓ passed"
    case .wrong, .crashed, .timedOut, .stalled, .flooded: "begun, not right yet"
    case .doesNotBuild: "begun, does not build yet"
    }
  }

  private func more(_ section: (heading: String, lines: [String])) -> HTML {
    element("section", ["class": "more"]) {
      element("h2") { section.heading }
      for run in Self.runs(section.lines) {
        if run[0].hasPrefix("- ") {
          element("ul") { for line in run { element("li") { prose(String(line.dropFirst(2))) } } }
        } else {
          for line in run { element("p") { prose(line) } }
        }
      }
    }
  }

  /// Lines of a list, and others, each run for itself.
  private static func runs(_ lines: [String]) -> [[String]] {
    lines.reduce(into: []) { runs, line in
      if let last = runs.last?.last, last.hasPrefix("- ") == line.hasPrefix("- ") {
        runs[runs.count - 1].append(line)
      } else {
        runs.append([line])
      }
    }
  }
}
