package import Console

/// The knobs that a reader has turned, checked.
package struct Knobs: Sendable, Hashable {
  private enum Setting: Sendable, Hashable {
    case count(Int)
    case times([Duration])
    case numbers([Int])
    case names([String])
  }

  private var settings: [Knob.Name: Setting] = [:]
  /// What was typed.
  private var typed: [(name: Knob.Name, text: String)] = []

  /// No knob turned: the lecture's scenario.
  package init() {}

  /// Reads the knobs among the options that were typed.
  ///
  /// - Throws: a ``Console/Complaint`` that says what a knob can be turned to.
  package init(_ arguments: Arguments, _ known: [Knob]) throws(Complaint) {
    for knob in known {
      guard let text = arguments.value(knob.name.rawValue) else { continue }
      settings[knob.name] = try Self.setting(knob, text)
      typed.append((knob.name, text))
    }
  }

  /// The knobs that were turned.
  package var turned: Set<Knob.Name> { Set(settings.keys) }

  /// The knobs as they were typed, for example `--requests 5 --blocking 2`.
  package var text: String { typed.map { "--\($0.name.rawValue) \($0.text)" }.joined(separator: " ") }

  /// What was typed, by name.
  var values: [String: String] { Dictionary(uniqueKeysWithValues: typed.map { ($0.name.rawValue, $0.text) }) }

  /// A whole number; `nil` if the knob was not turned.
  package func count(_ name: Knob.Name) -> Int? {
    if case .count(let count) = settings[name] { count } else { nil }
  }

  /// Times, one or more; `nil` if the knob was not turned.
  package func times(_ name: Knob.Name) -> [Duration]? {
    if case .times(let times) = settings[name] { times } else { nil }
  }

  /// A time; `nil` if the knob was not turned.
  package func time(_ name: Knob.Name) -> Duration? { times(name)?.first }

  /// Numbers of requests; `nil` if the knob was not turned.
  package func numbers(_ name: Knob.Name) -> [Int]? {
    if case .numbers(let numbers) = settings[name] { numbers } else { nil }
  }

  /// Names, none for `none`; `nil` if the knob was not turned.
  package func names(_ name: Knob.Name) -> [String]? {
    if case .names(let names) = settings[name] { names } else { nil }
  }

  package static func == (one: Knobs, other: Knobs) -> Bool { one.settings == other.settings }

  package func hash(into hasher: inout Hasher) { hasher.combine(settings) }
}

// MARK: Reading

extension Knobs {
  private static func setting(_ knob: Knob, _ text: String) throws(Complaint) -> Setting {
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      String(word.filter { !$0.isWhitespace })
    }
    switch knob.values {
    case .count(let range):
      guard words.count == 1, let count = Int(words[0]), range.contains(count) else {
        throw refusal(knob, "a whole number from \(range.lowerBound) to \(range.upperBound)", text)
      }
      return .count(count)
    case .time(let range):
      guard words.count == 1, let time = time(words[0], in: range) else {
        throw refusal(knob, "milliseconds from \(range.lowerBound) to \(range.upperBound)", text)
      }
      return .times([time])
    case .times(let range):
      let times = words.compactMap { time($0, in: range) }
      guard times.count == words.count else {
        throw refusal(
          knob,
          "milliseconds from \(range.lowerBound) to \(range.upperBound), one value or several with commas between them",
          text)
      }
      return .times(times)
    case .numbers(let most):
      let numbers = words.compactMap { Int($0) }.filter { (1...most).contains($0) }
      guard numbers.count == words.count else {
        throw refusal(knob, "numbers of requests from 1 to \(most), such as 2 or 1,3", text)
      }
      return .numbers(Set(numbers).sorted())
    case .names(let known):
      return .names(words == ["none"] ? [] : try names(words, knob, known, text))
    }
  }

  private static func names(
    _ words: [String], _ knob: Knob, _ known: [String], _ text: String
  ) throws(Complaint) -> [String] {
    for word in words where !known.contains(word.lowercased()) {
      let nearest = NearestName.of(word, among: known + ["none"])
      throw refusal(
        knob, "some of \(known.joined(separator: ", ")) with commas between them, or none", text,
        advice: nearest.map { ["Did you mean --\(knob.name.rawValue) \($0)?"] } ?? [])
    }
    return known.filter { words.map { $0.lowercased() }.contains($0) }
  }

  private static func refusal(
    _ knob: Knob, _ expected: String, _ text: String, advice: [String] = []
  ) -> Complaint {
    .usage("--\(knob.name.rawValue) takes \(expected); not '\(text)'", advice: advice)
  }

  private static func time(_ word: String, in range: ClosedRange<Int>) -> Duration? {
    let number = word.hasSuffix("ms") ? word.dropLast(2) : word[...]
    guard let value = Double(number), Double(range.lowerBound)...Double(range.upperBound) ~= value else {
      return nil
    }
    return .nanoseconds(Int64((value * 1e6).rounded()))
  }
}

extension Array {
  /// The element at a place; behind the end the last one, once more.
  package func repeatingLast(at index: Int) -> Element { self[Swift.min(index, count - 1)] }
}
