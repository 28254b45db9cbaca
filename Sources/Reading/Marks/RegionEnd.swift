import RegexBuilder

/// Finds where a region ends that has no explicit end; the rule stands at ``SourceMarks``.
enum RegionEnd {
  /// The index behind the last line that belongs to the mark in a line.
  static func of(markAt mark: Int, in lines: [SourceText.Line], _ language: SourceText.Language) -> Int {
    let depth = lines[mark].leastDepth
    let first = lines.indices.dropFirst(mark).first {
      !lines[$0].code.isEmpty && !isAttribute(lines[$0].code)
    }
    let hasBody = first.map { declaresBody(lines[$0].code, language) } ?? false
    var isInBody = false
    for index in lines.indices.dropFirst(mark) {
      let line = lines[index]
      if index > mark {
        if line.leastDepth < depth { return ")]}".contains(line.code.first ?? "}") ? index : index + 1 }
        if line.isBlank, line.depthBefore <= depth { return index }
      }
      guard hasBody, index >= first! else { continue }
      switch language {
      case .swift:
        isInBody = isInBody || line.braces.contains(depth)
        if isInBody, line.depthAfter <= depth { return index + 1 }
      case .python:
        if index > first!, line.depthBefore <= depth { return index }
      }
    }
    return lines.count
  }

  /// Whether a line is an attribute or a decorator of the declaration below.
  private static func isAttribute(_ code: String) -> Bool {
    code.hasPrefix("@") && !declaresBody(code, .swift)
  }

  /// Whether a declaration with a body begins: its keyword stands behind nothing but modifiers and attributes, whatever they are.
  private static func declaresBody(_ code: String, _ language: SourceText.Language) -> Bool {
    switch language {
    case .swift:
      let modifiers = /(?:@?\w[\w.]*(?:\([^()]*\))?\s+)*/
      let keyword =
        /(?:func|init|deinit|subscript|struct|class|enum|actor|extension|protocol)\b|var\s[^={]*\{/
      return code.prefixMatch(
        of: Regex {
          modifiers; keyword
        }) != nil
    case .python: return code.prefixMatch(of: /(?:async\s+)?(?:def|class)\b/) != nil
    }
  }
}
