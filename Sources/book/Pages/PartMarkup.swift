import Figures
import HTML
import Report

/// A part of the story, as the lesson told it on the machine that measured: words, pictures, questions.
struct PartMarkup {
  let part: Report.Part

  var html: HTML {
    element("section", ["class": "part", "id": "part-\(part.id)", "aria-labelledby": "title-\(part.id)"]) {
      element("h3", ["id": "title-\(part.id)"]) { part.title }
      HTML(part.told.map(told))
    }
  }

  /// A claim stands at its own time, not here.
  private func told(_ told: Told) -> HTML {
    switch told {
    case .say(let text): element("p") { prose(text) }
    case .figure(let figure): FigureMarkup.html(figure)
    case .ask(let question): QuestionMarkup(question: question).html
    case .claim: .nothing
    }
  }
}
