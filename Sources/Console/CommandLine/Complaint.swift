/// An error that is told to the reader as it is: what is wrong, and what to do next.
package struct Complaint: Error, Sendable, Hashable {
  /// What is wrong, in one sentence without a full stop at its end.
  package var message: String
  /// What the reader can do; a line each.
  package var advice: [String]
  package var status: ExitStatus

  package init(_ message: String, advice: [String] = [], status: ExitStatus) {
    self.message = message
    self.advice = advice
    self.status = status
  }

  package static func usage(_ message: String, advice: [String] = []) -> Complaint {
    Complaint(message, advice: advice, status: .usage)
  }

  package static func unavailable(_ message: String, advice: [String] = []) -> Complaint {
    Complaint(message, advice: advice, status: .unavailable)
  }

  /// The lines that a program prints to standard error.
  package func text(from program: String) -> String {
    (["\(program): \(message)"] + advice.map { "  \($0)" }).map { $0 + "\n" }.joined()
  }
}
