/// The command line of one command: the options it knows, and what was typed.
///
/// Options are written `--name` or `--name=value` or `--name value`; `--` ends them. A name may be cut short
/// as long as it stays unambiguous.
package struct Arguments: Sendable, Hashable {
  package struct Option: Sendable, Hashable {
    /// The name without the dashes, for example `width`.
    package var name: String
    /// What the help calls its value, for example `N`; `nil` for an option that has none.
    package var value: String?
    /// Whether it may also stand without its value. The next word is the value then if it looks like an address.
    package var needsValue = true
    package var help: String

    package init(_ name: String, value: String? = nil, needsValue: Bool = true, help: String) {
      self.name = name
      self.value = value
      self.needsValue = needsValue
      self.help = help
    }

    /// How the option is written, for example `--width N`.
    package var spelling: String {
      "--\(name)" + (value.map { needsValue ? " \($0)" : " [\($0)]" } ?? "")
    }
  }

  /// What was typed, word for word.
  package let words: [String]
  /// What was typed that is not an option, in order.
  package private(set) var operands: [String] = []
  private var values: [String: String] = [:]

  /// Reads a command line.
  ///
  /// `--help` and `-h` are always known and read as the option `help`.
  ///
  /// - Throws: a ``Complaint`` for an unknown or ambiguous option, a missing value or one too many.
  package init(_ words: [String], options: [Option]) throws(Complaint) {
    self.words = words
    let known = options + [Option("help", help: "Show this help.")]
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      if word == "-h" {
        values["help"] = ""
        continue
      }
      guard word.hasPrefix("-"), word.count > 1 else {
        operands.append(word)
        continue
      }
      let parts = word.drop { $0 == "-" }.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let option = try Self.option(typed: word, name: String(parts[0]), among: known)
      switch (option.value, parts.count > 1 ? String(parts[1]) : nil) {
      case (nil, nil): values[option.name] = ""
      case (nil, .some): throw .usage("--\(option.name) takes no value")
      case (.some, .some(let value)): values[option.name] = value
      case (.some, nil) where !option.needsValue:
        let isAddress =
          rest.first.map { !$0.hasPrefix("-") && ($0.contains("://") || $0.contains("=")) } ?? false
        values[option.name] = isAddress ? rest.removeFirst() : ""
      case (.some(let placeholder), nil):
        guard let value = rest.popFirst() else {
          throw .usage(
            "--\(option.name) needs a value", advice: ["--\(option.name) \(placeholder): \(option.help)"])
        }
        values[option.name] = value
      }
    }
  }

  package func has(_ name: String) -> Bool { values[name] != nil }

  /// `nil` if the option was not given.
  package func value(_ name: String) -> String? { values[name] }

  /// The value of an option as a whole number within a range, or `nil` if it was not given.
  ///
  /// - Throws: a ``Complaint`` that says what was typed and what is allowed.
  package func integer(_ name: String, in range: ClosedRange<Int>) throws(Complaint) -> Int? {
    guard let text = values[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .usage(
        "--\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
    }
    return number
  }

  private static func option(typed: String, name: String, among known: [Option]) throws(Complaint) -> Option {
    if let exact = known.first(where: { $0.name == name.lowercased() }) { return exact }
    let matches = name.isEmpty ? [] : known.filter { $0.name.hasPrefix(name.lowercased()) }
    if matches.count == 1 { return matches[0] }
    guard matches.isEmpty else {
      let names = matches.map { "--\($0.name)" }.joined(separator: ", ")
      throw .usage("'\(typed)' could be any of \(names)")
    }
    let nearest = NearestName.of(name, among: known.map(\.name))
    throw .usage(
      "there is no option '\(typed)'",
      advice: [nearest.map { "Did you mean --\($0)?" } ?? "--help lists the options."])
  }
}
