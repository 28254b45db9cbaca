/// What a terminal would show of a line: its text without the escape sequences, or `nil` for one that is broken.
func shown(_ line: String) -> String? {
  var text = ""
  var rest = line[...]
  while let escape = rest.firstIndex(of: "\u{1B}") {
    text += rest[..<escape]
    guard let end = rest[escape...].firstIndex(of: "m") else { return nil }
    rest = rest[rest.index(after: end)...]
  }
  return text + rest
}
