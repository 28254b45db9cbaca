/// Lines that do not count towards the limit of a program's output.
package struct LinesApart: Sendable, Hashable {
  /// What such a line begins with, in UTF-8 and without a line feed.
  package var start: String
  /// How much there may be of all of them, in bytes, with the line feed before and behind each.
  package var limit: Int

  package init(startingWith start: String, limit: Int) {
    self.start = start
    self.limit = limit
  }
}
