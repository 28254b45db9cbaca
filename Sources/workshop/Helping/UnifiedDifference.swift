import Console
import Workbook

/// What two texts differ in, in the form that `diff -u` and version control print.
struct UnifiedDifference: Sendable, Hashable {
  /// A line of the difference.
  enum Line: Sendable, Hashable {
    /// Where a stretch of lines begins and how long it is, in the old text and in the new one.
    case range(String)
    /// A line that both have.
    case both(String)
    /// A line that only the old text has.
    case old(String)
    /// A line that only the new text has.
    case new(String)
  }

  /// The lines; none if the texts are the same.
  let lines: [Line]

  /// Compares two texts line by line.
  ///
  /// - Parameters:
  ///   - old: the text that is changed.
  ///   - new: what it becomes.
  ///   - context: how many lines that both have are shown around a change.
  init(from old: String, to new: String, context: Int = 3) {
    let all = Self.edits(Self.split(old), Self.split(new))
    let changed = all.indices.filter { if case .both = all[$0] { false } else { true } }
    var stretches: [Range<Int>] = []
    for index in changed {
      let around = max(0, index - context)..<min(all.count, index + context + 1)
      if let last = stretches.last, around.lowerBound <= last.upperBound {
        stretches[stretches.count - 1] = last.lowerBound..<around.upperBound
      } else {
        stretches.append(around)
      }
    }
    lines = stretches.flatMap { [.range(Self.range($0, all))] + all[$0] }
  }

  /// The difference as text, painted where the style has colours.
  func text(_ style: TextStyle) -> [String] {
    lines.map { line in
      switch line {
      case .range(let text): Ink.dim.paint(text, style)
      case .both(let text): text.isEmpty ? "" : " \(text)"
      case .old(let text): Ink.bad.paint("-\(text)", style)
      case .new(let text): Ink.good.paint("+\(text)", style)
      }
    }
  }

  private static func split(_ text: String) -> [String] {
    var lines = text.lines.map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Both texts in one: a removed line stands before those that take its place.
  private static func edits(_ old: [String], _ new: [String]) -> [Line] {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var (i, j) = (0, 0)
    var lines: [Line] = []
    while i < old.count || j < new.count {
      if removed.contains(i) {
        lines.append(.old(old[i]))
        i += 1
      } else if inserted.contains(j) {
        lines.append(.new(new[j]))
        j += 1
      } else {
        lines.append(.both(old[i]))
        (i, j) = (i + 1, j + 1)
      }
    }
    return lines
  }

  private static func range(_ stretch: Range<Int>, _ all: [Line]) -> String {
    func span(_ mark: Character, _ counts: (Line) -> Bool) -> String {
      let length = all[stretch].count(where: counts)
      let before = all[..<stretch.lowerBound].count(where: counts)
      // An empty stretch is named by the line before it.
      return "\(mark)\(length == 0 ? before : before + 1),\(length)"
    }
    let old = span("-") { if case .new = $0 { false } else { true } }
    let new = span("+") { if case .old = $0 { false } else { true } }
    return "@@ \(old) \(new) @@"
  }
}
