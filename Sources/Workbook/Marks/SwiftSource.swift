/// A Swift source's lines, with as much of its structure as pairing and printing need: what is code, what is a comment
/// or a string, and how deep the braces are.
///
/// It is no parser of Swift. Regular expression literals count as code.
public struct SwiftSource: Sendable, Hashable {
  /// What a character belongs to.
  public enum Kind: Sendable, Hashable {
    /// Everything that is neither comment nor text.
    case code
    /// A comment, from its slashes on.
    case comment
    /// A string literal with its quotes, apart from code that is interpolated.
    case string
  }

  /// A line of a source.
  public struct Line: Sendable, Hashable {
    /// The line's characters.
    public var characters: [Character] = []
    /// What each character belongs to.
    public var kinds: [Kind] = []
    /// How many braces are open where the line begins.
    public var depthBefore = 0
    /// How many braces are open where the line ends.
    public var depthAfter = 0
    /// The least number of open braces anywhere in the line.
    public var leastDepth = 0

    /// The line as it stands in the file.
    public var text: String { String(characters) }

    /// The line's code without the white space around it; comments and strings are left out.
    public var code: String {
      String(zip(characters, kinds).filter { $1 == .code }.map(\.0)).trimmed
    }

    /// The line's comment from its slashes on, or `nil`.
    public var comment: String? {
      kinds.firstIndex(of: .comment).map { String(characters[$0...]) }
    }

    /// Whether nothing but white space stands in the line.
    public var isBlank: Bool { characters.allSatisfy(\.isWhitespace) }
  }

  /// The lines, in order.
  public let lines: [Line]

  /// Reads a source.
  public init(_ text: String) {
    var scanner = SwiftScanner(text)
    lines = scanner.scan()
  }
}
