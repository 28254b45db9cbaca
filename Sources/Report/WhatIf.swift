/// What a reader could try next: a question, and the knob of the lesson that answers it.
package struct WhatIf: Codable, Hashable, Sendable {
  /// For example `What if request 2 blocks?`.
  package var question: String
  /// The options that turn the knob, as they are typed: `--blocking 2`.
  package var options: String

  package init(_ question: String, _ options: String) {
    (self.question, self.options) = (question, options)
  }
}
