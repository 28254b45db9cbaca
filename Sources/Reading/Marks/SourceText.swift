import Console

/// A source's lines, with as much of its structure as pairing and printing need: what is code, what is a comment or a
/// string, and how deep a line lies in blocks and brackets.
///
/// It is no parser. Regular expression literals count as code.
package struct SourceText: Sendable, Hashable {
  /// A language that ideas are written in.
  package enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case swift, python

    /// What a file's name says of its language.
    init(ofFile name: String) { self = name.hasSuffix(".py") ? .python : .swift }

    /// What a comment to the end of the line begins with.
    var comment: String { self == .swift ? "//" : "#" }

    package var keywords: Set<Substring> { self == .swift ? Self.inSwift : Self.inPython }

    private static let inSwift = Set(
      """
      actor any as async await borrowing break case catch class consuming continue default defer deinit do else enum \
      extension fallthrough false fileprivate for func guard if import in init inout internal is let mutating nil \
      nonisolated package precedencegroup private protocol public repeat return self Self some static struct subscript \
      super switch throw throws true try typealias var weak where while
      """.split(separator: " "))
    private static let inPython = Set(
      """
      and as assert async await break class continue def del elif else except False finally for from global if import \
      in is lambda None nonlocal not or pass raise return self True try while with yield
      """.split(separator: " "))
  }

  package enum Kind: Sendable, Hashable {
    /// Everything that is neither comment nor text.
    case code
    /// A comment, with what it begins with.
    case comment
    /// A string literal with its quotes, apart from code that is interpolated.
    case string
  }

  package struct Line: Sendable, Hashable {
    package private(set) var characters: [Character] = []
    package private(set) var kinds: [Kind] = []
    /// How deep the line lies where it begins: the open brackets in Swift; in Python the columns of indentation, and more in
    /// a statement that goes on from the line before.
    var depthBefore = 0
    /// How deep it lies where it ends.
    var depthAfter = 0
    var leastDepth = 0
    /// The depths at which a brace opens in the line.
    var braces: [Int] = []

    /// The line as it stands in the file.
    package var text: String { String(characters) }

    /// The line's code without the white space around it; comments and strings are left out.
    package var code: String { String(zip(characters, kinds).filter { $1 == .code }.map(\.0)).trimmed }

    /// The line's comment with what it begins with, or `nil`.
    package var comment: String? { kinds.firstIndex(of: .comment).map { String(characters[$0...]) } }

    /// Whether nothing but white space stands in the line.
    package var isBlank: Bool { characters.allSatisfy(\.isWhitespace) }

    package var indentation: Int { characters.prefix { $0 == " " }.count }

    mutating func append(_ character: Character, _ kind: Kind) {
      characters.append(character)
      kinds.append(kind)
    }

    mutating func removeLast(_ count: Int) {
      characters.removeLast(count)
      kinds.removeLast(count)
    }

    mutating func removeBlanksAtEnd() {
      removeLast(characters.reversed().prefix(while: \.isWhitespace).count)
    }

    mutating func removeFirst(_ count: Int) {
      characters.removeFirst(min(count, characters.count))
      kinds.removeFirst(min(count, kinds.count))
    }
  }

  package let lines: [Line]

  package init(_ text: String, _ language: Language = .swift) {
    let characters = Array(text.replacing("\r\n", with: "\n"))
    var scanner: any SourceScanner =
      switch language {
      case .swift: SwiftScanner(characters)
      case .python: PythonScanner(characters)
      }
    lines = scanner.scan()
  }
}
