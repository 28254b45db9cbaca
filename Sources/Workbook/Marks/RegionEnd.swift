/// Finds where the declaration ends that a mark belongs to; the rule stands at ``SourceMarks``.
enum RegionEnd {
  /// The index behind the last line that belongs to a mark.
  static func of(markAt index: Int, in lines: [SwiftSource.Line]) -> Int {
    let depth = lines[index].leastDepth
    let isLocal = isWithinBody(index, lines)
    guard let first = firstCode(markAt: index, in: lines),
      declares(lines[first].code, isLocal ? withBody : withBody.union(withoutBody))
    else { return blockEnd(after: index, depth: depth, in: lines) }
    if let end = bodyEnd(from: first, depth: depth, in: lines) { return end }
    if isLocal { return blockEnd(after: index, depth: depth, in: lines) }
    return min(
      lines[first...].firstIndex { $0.isBlank } ?? lines.count,
      blockEnd(after: index, depth: depth, in: lines))
  }

  /// The line that closes the block, which is part of it only where more than the brace stands there.
  private static func blockEnd(after index: Int, depth: Int, in lines: [SwiftSource.Line]) -> Int {
    guard let close = lines.indices.dropFirst(index + 1).first(where: { lines[$0].leastDepth < depth }) else {
      return lines.count
    }
    return lines[close].code.hasPrefix("}") ? close : close + 1
  }

  /// The end of the body that follows a declaration's head, or `nil` where it has none.
  private static func bodyEnd(from first: Int, depth: Int, in lines: [SwiftSource.Line]) -> Int? {
    for index in first..<lines.count {
      if lines[index].leastDepth < depth
        || (index > first && lines[index].isBlank && lines[index].depthBefore == depth)
      {
        return nil
      }
      let opens = lines[index].code.contains("{")
      if opens, lines[index].depthAfter == depth { return index + 1 }
      if lines[index].depthBefore > depth, lines[index].depthAfter <= depth { return index + 1 }
      // Behind the head, another declaration at the same depth begins: the first had no body.
      if index > first, !opens, lines[index].depthBefore == depth,
        declares(lines[index].code, withBody.union(withoutBody))
      {
        return nil
      }
    }
    return nil
  }

  /// The line with the declaration's keyword or with the statement, past attributes: the mark's own or one below.
  private static func firstCode(markAt index: Int, in lines: [SwiftSource.Line]) -> Int? {
    let next = lines.indices.dropFirst(index).first {
      !lines[$0].code.isEmpty && !isAttribute(lines[$0].code)
    }
    guard let next, !lines[index..<next].contains(where: \.isBlank) else { return nil }
    return next
  }

  private static func isAttribute(_ code: String) -> Bool {
    code.hasPrefix("@") && !words(code).contains { withBody.contains($0) || withoutBody.contains($0) }
  }

  /// Whether a line stands within the body of a function and not directly in a type or a file.
  private static func isWithinBody(_ index: Int, _ lines: [SwiftSource.Line]) -> Bool {
    let depth = lines[index].depthBefore
    guard depth > 0 else { return false }
    let opener = lines[..<index].lastIndex { $0.depthAfter >= depth && $0.leastDepth < depth }
    guard let opener else { return false }
    let isType = /\b(struct|class|enum|actor|extension|protocol)\b/
    // The head of a type may take several lines, down to the one that opens the brace.
    let head = lines[...opener].reversed().prefix { line in
      line.depthBefore == lines[opener].depthBefore && !line.isBlank && !line.code.hasSuffix("}")
    }
    return !head.prefix(4).contains { line in
      line.code.firstMatch(of: isType) != nil
    }
  }

  private static func declares(_ code: String, _ keywords: Set<String>) -> Bool {
    if code.hasPrefix("@") { return true }
    guard let word = words(code).first(where: { !modifiers.contains($0) }) else { return false }
    return keywords.contains(word)
  }

  private static func words(_ code: String) -> [String] {
    code.split { !$0.isLetter && $0 != "_" }.map(String.init)
  }

  private static let modifiers: Set<String> = [
    "public", "internal", "package", "private", "fileprivate", "open", "static", "final", "override",
    "mutating",
    "nonisolated", "unsafe", "indirect", "lazy", "weak", "consuming", "borrowing", "required", "convenience",
    "distributed",
  ]
  private static let withBody: Set<String> = [
    "func", "init", "deinit", "subscript", "struct", "class", "enum", "actor", "extension", "protocol",
  ]
  private static let withoutBody: Set<String> = [
    "var", "let", "case", "typealias", "associatedtype", "macro",
  ]
}
