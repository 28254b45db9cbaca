extension StringProtocol {
  /// The lines, with the empty ones; they may end as on Unix or as on Windows, where both signs are one character.
  package var lines: [SubSequence] { split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
}
