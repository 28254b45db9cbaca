import Console
import HTML
import Workbook

/// A claim with its verdict, its figures and the exercise that practises it.
struct ClaimMarkup {
  let claim: ClaimRecord
  /// The exercise that practises it, and where that is.
  var exercise: (exercise: CatalogueExercise, link: String)?

  /// The claim's own place on its page.
  static func anchor(_ id: String) -> String { "claim-\(id)" }

  var html: HTML {
    element("div", ["class": "claim \(Self.style(claim.verdict))", "id": Self.anchor(claim.id)]) {
      element("p", ["class": "verdict"]) {
        Self.mark(claim.verdict)
        element("strong") { Self.word(claim.verdict) }
        element("a", ["href": "#\(claim.at.replacing(":", with: "-"))"]) { claim.at }
      }
      element("p", ["class": "statement"]) { prose(claim.statement) }
      element("p", ["class": "because"]) {
        prose(Self.sentence(claim.because))
        if let figures { element("span", ["class": "figures"]) { figures } }
      }
      if let exercise {
        element("p", ["class": "practice"]) {
          "Practise it: "
          element("a", ["href": exercise.link]) { "\(exercise.exercise.name) (\(exercise.exercise.number))" }
        }
      }
    }
  }

  /// The measured value and what it had to be, in words; nothing where nothing was measured.
  private var figures: String? {
    guard let value = Self.value(claim) else { return nil }
    return " Measured: \(value); it had to be \(Self.bound(claim))."
  }

  static func value(_ claim: ClaimRecord) -> String? {
    guard let measured = claim.measured, claim.verdict != .notMeasured else { return nil }
    return NumberText.short(measured, unit: claim.unit)
  }

  static func bound(_ claim: ClaimRecord) -> String { ClaimText.text(of: claim.bound, unit: claim.unit) }

  static func mark(_ verdict: Verdict) -> HTML {
    element("span", ["class": "mark", "aria-hidden": "true"]) { ClaimText.mark(verdict, TextStyle()) }
  }

  static func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .holds: "Holds"
    case .fails: "Fails"
    case .corrected: "Corrected"
    case .notMeasured: "Not measured"
    }
  }

  /// The verdict's name in the style sheet.
  static func style(_ verdict: Verdict) -> String { verdict.rawValue.replacing(" ", with: "-") }

  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.last.map(".?!".contains) == true ? "" : ".")
  }
}
