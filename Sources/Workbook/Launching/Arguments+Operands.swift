package import Console

extension Arguments {
  /// The operand of a command that takes one, or `nil`.
  ///
  /// - Throws: a ``Console/Complaint`` if there is more than one.
  package func singleOperand(of command: String) throws(Complaint) -> String? {
    guard operands.count <= 1 else {
      throw .usage(
        "'\(operands[1])' is one too many: 'lessons \(command)' takes one lesson",
        advice: ["A title of several words goes into quotes.", "'lessons help \(command)' tells more."])
    }
    return operands.first
  }

  /// Complains of operands where there may be none.
  package func noOperands(of command: String) throws(Complaint) {
    guard let operand = operands.first else { return }
    throw .usage(
      "'lessons \(command)' takes options only, not '\(operand)'",
      advice: ["'lessons help \(command)' lists them."])
  }
}
