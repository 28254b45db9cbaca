import Foundation
import Platform

/// Where output goes: how wide it is, and what it can show.
package struct Terminal: Sendable, Hashable {
  /// Whether standard output is a terminal that can be redrawn.
  package var canRedraw: Bool
  /// Whether standard input is a terminal at which a reader can answer.
  package var canAsk: Bool
  package var style: TextStyle

  /// The options that every command with drawn output has.
  package static let options = [
    Arguments.Option("no-color", help: "Do without colours (so does the variable NO_COLOR)."),
    Arguments.Option("ascii", help: "Draw with ASCII characters only."),
    Arguments.Option("width", value: "N", help: "Draw for N columns, 20 to 200."),
  ]

  /// Finds out about standard output, the environment and the options given.
  ///
  /// - Throws: a ``Complaint`` for a width that no figure can be drawn for.
  package init(
    _ arguments: Arguments, environment given: [String: String]? = nil
  ) throws(Complaint) {
    let environment = given ?? ProcessInfo.processInfo.environment
    let isTerminal = TerminalDevice.isOutput
    let isDumb = environment["TERM"] == "dumb" || environment["TERM", default: ""].isEmpty
    let width = try arguments.integer("width", in: TextStyle.minimumWidth...TextStyle.maximumWidth)
    // The width that the shell or another program names.
    let columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let noColor = arguments.has("no-color") || !(environment["NO_COLOR"] ?? "").isEmpty
    canRedraw = isTerminal && !isDumb
    canAsk = TerminalDevice.isInput && isTerminal
    style = TextStyle(
      width: width ?? (isTerminal ? TerminalDevice.size?.columns : nil) ?? columns ?? 80,
      color: isTerminal && !isDumb && !noColor,
      ascii: arguments.has("ascii") || !Self.hasUnicode(environment))
  }

  /// The locale's rule: `LC_ALL` before `LC_CTYPE` before `LANG`, and the first that is set decides.
  ///
  /// Nothing set at all (a container, a service) is taken for a modern system.
  private static func hasUnicode(_ environment: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else {
      return true
    }
    return locale.lowercased().contains("utf")
  }
}
