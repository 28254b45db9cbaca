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
    case .ask(let question): self.question(question)
    case .claim: .nothing
    }
  }

  /// A question with its answer folded in, and below it what could be the reason, each with what is said to that.
  private func question(_ question: Told.Question) -> HTML {
    let answer = question.answer.map { NumberText.short($0, unit: question.unit) }
    return element(
      "div",
      ["class": "ask", "data-answer": question.answer.map { "\($0)" }, "data-unit": question.unit]
    ) {
      element("p", ["class": "question"]) { prose(question.question) }
      if let answer {
        element("details", ["class": "answer"]) {
          element("summary") { "Show the answer" }
          element("p") { element("strong") { answer } }
        }
      }
      if !question.reasons.isEmpty {
        element("div", ["class": "reasons"]) {
          element("p") { "Why? Choose the reason that convinces you." }
          HTML(question.reasons.map(reason))
        }
      }
    }
  }

  private func reason(_ reason: Told.Reason) -> HTML {
    element("details", ["class": reason.isRight ? "reason right" : "reason"]) {
      element("summary") { prose(reason.text) }
      element("p") { prose(reason.reply) }
    }
  }
}
