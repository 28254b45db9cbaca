import Foundation

/// Tells an exercise's own grade from all else that its process prints, also from what only looks like a grade.
///
/// The launcher makes a key for one run, and the exercise's program reads it before any of the learner's code runs. What it prints
/// carries a code that only the key gives: no printing, no ending of the process and no writing to any descriptor can make one up,
/// and a grade that is read on its way and changed is no longer one. Every line is short enough for the system to write it in one
/// piece, whatever else is printed at that moment.
package struct GradeSeal: Sendable, Hashable {
  private let first: UInt64
  private let second: UInt64

  /// A new seal, unknown to all other code.
  package init() {
    (first, second) = (.random(in: .min ... .max), .random(in: .min ... .max))
  }

  /// A seal as it is handed on; `nil` where the text is none.
  package init?(_ text: String) {
    guard text.utf8.count == 32, let first = UInt64(text.prefix(16), radix: 16),
      let second = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    (self.first, self.second) = (first, second)
  }

  /// The seal, to be handed on: 32 digits.
  package var text: String { first.digits + second.digits }

  /// What each of the lines begins with; what only looks like one may begin with it, too.
  package static let lineStart = "\(mark) "

  /// A grade as lines to print, each in one piece.
  ///
  /// - Parameter content: a text of one line.
  package func lines(sealing content: String) -> [String] {
    let pieces = Self.pieces(of: content)
    return pieces.enumerated().map {
      "\(Self.mark) \(code(of: content)) \($0.offset + 1)/\(pieces.count) \($0.element)"
    }
  }

  /// Finds the first sealed text in what a process has printed.
  ///
  /// - Returns: the text, `nil` if there is none; and all other lines.
  package func open(_ output: String) -> (content: String?, others: [String]) {
    // Not by characters: a carriage return before a line feed would make one character of both.
    let lines = output.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    var letters: [String: Letter] = [:]
    for (index, line) in lines.enumerated() where line.hasPrefix(Self.lineStart) {
      let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
      let place = words.count == 4 ? words[2].split(separator: "/").compactMap { Int($0) } : []
      guard place.count == 2 else { continue }
      letters[words[1], default: Letter()].take(words[3], at: place[0], of: place[1], line: index)
    }
    for (code, letter) in letters.sorted(by: { $0.value.begin < $1.value.begin }) {
      guard let content = letter.content, self.code(of: content) == code else { continue }
      // Each was printed with an empty line before it, or the end of a line that the learner had begun.
      let own = letter.lines.union(letter.lines.map { $0 - 1 }.filter { $0 >= 0 && lines[$0].isEmpty })
      return (content, lines.indices.filter { !own.contains($0) }.map { lines[$0] })
    }
    return (nil, lines)
  }

  private func code(of content: String) -> String {
    SipHash.code(of: Array(content.utf8), key: (first, second)).digits
  }

  private static let mark = "#grade"
  /// With code, place and line ends less than the 512 bytes that POSIX promises to write to a pipe in one piece.
  private static let room = 440

  private static func pieces(of content: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = content[...]
    while rest.utf8.count > room {
      var end = rest.utf8.index(rest.startIndex, offsetBy: room)
      while end.samePosition(in: content.unicodeScalars) == nil { end = rest.utf8.index(before: end) }
      pieces.append(rest[..<end])
      rest = rest[end...]
    }
    return pieces + [rest]
  }

  /// What has been found of a sealed text.
  private struct Letter {
    private var pieces: [Int: String] = [:]
    private var count = 0
    private(set) var lines: Set<Int> = []
    private(set) var begin = Int.max

    mutating func take(_ piece: String, at place: Int, of count: Int, line: Int) {
      // The first of a place counts: what comes later is a copy.
      guard pieces[place] == nil else { return }
      pieces[place] = piece
      self.count = count
      lines.insert(line)
      begin = min(begin, line)
    }

    var content: String? {
      guard count == pieces.count else { return nil }
      let all = (1...max(1, count)).compactMap { pieces[$0] }
      return all.count == count ? all.joined() : nil
    }
  }
}

extension UInt64 {
  fileprivate var digits: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
