/// Finds the name that was probably meant.
package enum NearestName {
  /// Returns the candidate that is fewest edits away from a misspelt name, or `nil` if none is near.
  ///
  /// An edit inserts, removes or replaces one character, or swaps two neighbours (optimal string alignment).
  /// Letter case does not count, and what was typed may be the beginning of a name. A name is near if it takes no more
  /// edits than a third of the longer name's length, and at least one is allowed.
  package static func of(_ name: String, among candidates: [String]) -> String? {
    let typed = Array(name.lowercased())
    return
      candidates
      .compactMap { name -> (name: String, edits: Int)? in
        let whole = Array(name.lowercased())
        // A letter may be missing from what was typed, so that the beginning it stands for is one longer.
        let beginnings =
          typed.count < 4 ? [] : [whole.prefix(typed.count), whole.prefix(typed.count + 1)].map(Array.init)
        return ([whole] + beginnings)
          // Each character that one has more takes an edit: a page of text is near no name, and need not be gone through.
          .filter { abs(typed.count - $0.count) <= max(1, max(typed.count, $0.count) / 3) }
          .map { (count: max(typed.count, $0.count), edits: edits(from: typed, to: $0)) }
          .filter { $0.edits <= max(1, $0.count / 3) }
          .map { (name, $0.edits) }.min { $0.edits < $1.edits }
      }
      .min { $0.edits < $1.edits }?.name
  }

  private static func edits(from a: [Character], to b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var rows = [Array(0...b.count)]
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var best = min(
          rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, rows[i - 2][j - 2] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
