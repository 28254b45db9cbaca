import Console
import HTML
import Reading
import Report
import Workbook

/// What the lecture says, passage by passage, with what was measured there.
struct LectureMarkup {
  let lesson: LessonContent
  private let words: WordNotes
  /// The parts of the story behind each passage, by the passage's place.
  private let parts: [Int: [Report.Part]]

  init(_ lesson: LessonContent) {
    self.lesson = lesson
    let parts = Self.placed(lesson.report, in: lesson.text)
    var texts: [(place: WordNotes.Place, text: String)] = []
    for (index, passage) in lesson.text.passages.enumerated() {
      texts.append((.passage(index), passage.said.text))
      for part in parts[index] ?? [] {
        for case (let number, .say(let text)) in part.told.enumerated() {
          texts.append((.part(part.id, number), text))
        }
      }
    }
    self.parts = parts
    words = WordNotes(lesson.readme.words, in: texts)
  }

  /// The words that nothing on the page uses.
  var otherWords: [LessonReadme.Word] { words.others }

  var html: HTML { HTML(lesson.text.passages.indices.map(passage)) }

  /// The passage that a moment belongs to, by its anchor.
  func passage(at time: Timestamp) -> String? {
    Self.place(of: time, in: lesson.text).map { anchor(lesson.text.passages[$0].said.time) }
  }

  private func passage(_ index: Int) -> HTML {
    let passage = lesson.text.passages[index]
    let ideas = passage.regions.filter { $0.kind == .idea }
    let words = WordMarkup(text: passage.said.text, words: words.byPlace[.passage(index)] ?? [])
    return HTML([
      element(
        "article",
        ["class": ideas.isEmpty ? "passage" : "passage paired", "id": anchor(passage.said.time)]
      ) {
        element("a", ["class": "time", "href": "#\(anchor(passage.said.time))"]) { "\(passage.said.time)" }
        element("div", ["class": "said"]) {
          element("p") {
            for time in passage.said.times.dropFirst() { element("span", ["id": anchor(time)]) { "" } }
            words.marked
          }
          if !ideas.isEmpty { links(to: ideas) }
          words.notes
        }
      },
      HTML((parts[index] ?? []).map(part)),
      HTML(passage.claims.compactMap(claim)),
    ])
  }

  /// A part of the story, as the lesson told it on the machine that measured. A claim stands at its own time, not here.
  private func part(_ part: Report.Part) -> HTML {
    element("section", ["class": "part", "id": "part-\(part.id)", "aria-labelledby": "title-\(part.id)"]) {
      element("h3", ["id": "title-\(part.id)"]) { part.title }
      for (place, told) in part.told.enumerated() {
        switch told {
        case .say(let text):
          let words = WordMarkup(text: text, words: words.byPlace[.part(part.id, place)] ?? [])
          element("p") { words.marked }
          words.notes
        case .figure(let figure): FigureMarkup.html(figure)
        case .ask(let question): QuestionMarkup(question: question).html
        case .claim: HTML.nothing
        }
      }
    }
  }

  private func links(to regions: [SourceRegion]) -> HTML {
    element("p", ["class": "to-code"]) {
      for region in regions {
        element(
          "a",
          [
            "class": region.file.language.rawValue,
            "href": "#\(Listing.anchor(of: region.file, line: region.firstLine))",
          ]
        ) { region.place.split(separator: "/").last.map(String.init) ?? region.place }
      }
    }
  }

  private func claim(_ claim: LessonText.Claim) -> HTML? {
    claim.record.map { record in
      let exercise = lesson.exercise(practising: record.at).map { exercise in
        let page = exercise.lesson == lesson.entry ? "" : LessonContent.page(of: exercise.lesson)
        return (exercise, "\(page)#exercise-\(exercise.name)")
      }
      return ClaimMarkup(claim: record, exercise: exercise).html
    }
  }

  /// The passage that a moment belongs to.
  private static func place(of time: Timestamp, in text: LessonText) -> Int? {
    text.passages.firstIndex { $0.said.time == time }
      ?? text.passages.firstIndex { $0.said.times.contains(time) }
  }

  /// Each part stands where its first claim is made; one without a claim, behind the part before it.
  private static func placed(_ report: Report, in text: LessonText) -> [Int: [Report.Part]] {
    var placed: [Int: [Report.Part]] = [:]
    var latest = 0
    for part in report.parts {
      let places = part.told.compactMap { told -> Int? in
        guard case .claim(let id) = told, let at = report.claims.first(where: { $0.id == id })?.at else {
          return nil
        }
        return Timestamp(at).flatMap { place(of: $0, in: text) }
      }
      placed[places.min() ?? latest, default: []].append(part)
      latest = places.max() ?? latest
    }
    return placed
  }
}
