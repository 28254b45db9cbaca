import Console
import HTML
import Report

/// A question with its answer folded in, and below it what could be the reason, each with what is said to that.
///
/// The script asks for a guess instead, and shows the rest behind it.
struct QuestionMarkup {
  let question: Told.Question

  var html: HTML {
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
