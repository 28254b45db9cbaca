import Figures
import HTML
import Report

/// A part of the story, as the lesson told it on the machine that measured: words, pictures, questions.
struct PartMarkup {
  let part: Report.Part
  /// The words to explain below a paragraph, by its place in what is told.
  let words: (Int) -> [LessonReadme.Word]

  var html: HTML {
    element("section", ["class": "part", "id": "part-\(part.id)", "aria-labelledby": "title-\(part.id)"]) {
      element("h3", ["id": "title-\(part.id)"]) { part.title }
      HTML(part.told.enumerated().map { told($0.element, at: $0.offset) })
    }
  }

  /// A claim stands at its own time, not here.
  private func told(_ told: Told, at place: Int) -> HTML {
    switch told {
    case .say(let text): paragraph(WordMarkup(text: text, words: words(place)))
    case .figure(let figure): FigureMarkup.html(figure)
    case .ask(let question): QuestionMarkup(question: question).html
    case .claim: .nothing
    }
  }

  private func paragraph(_ text: WordMarkup) -> HTML {
    HTML([element("p") { text.marked }, text.notes])
  }
}
