package import Console

/// Something in a lesson's scenario that a reader can turn: an option such as `--requests 5`.
///
/// A lesson lists its knobs as values; ``Knobs`` reads what was typed.
package struct Knob: Sendable, Hashable {
  /// All knobs of the workbook. What one is called, it is called in every lesson.
  package enum Name: String, Sendable, CaseIterable {
    case requests, users, work, wait, arrivals, blocking, threads, objective, cores
    case parallelShare = "parallel-share"
  }

  /// What a knob can be turned to.
  package enum Values: Sendable, Hashable {
    /// A whole number.
    case count(ClosedRange<Int>)
    /// One or several times in milliseconds.
    case times(ClosedRange<Int>)
    /// One time in milliseconds.
    case time(ClosedRange<Int>)
    /// Numbers of requests, from 1.
    case numbers(upTo: Int)
    /// Some of these names, or `none`.
    case names([String])
  }

  package var name: Name
  package var values: Values
  /// What the help says of it.
  package var help: String

  package init(_ name: Name, _ values: Values, _ help: String) {
    (self.name, self.values, self.help) = (name, values, help)
  }

  /// The knob as an option of the command line.
  package var option: Arguments.Option {
    Arguments.Option(name.rawValue, value: values.placeholder, help: help)
  }
}

extension Knob.Values {
  /// What the help calls the value.
  fileprivate var placeholder: String {
    switch self {
    case .count: "N"
    case .times: "MS,…"
    case .time: "MS"
    case .numbers: "N,…"
    case .names: "NAME,…"
    }
  }
}
