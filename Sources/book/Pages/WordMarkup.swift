import HTML

/// A text in which words of the lesson first come up, and what they mean.
struct WordMarkup {
  let text: String
  let words: [LessonReadme.Word]

  /// The text, with the words marked that are explained.
  var marked: HTML {
    let ranges = words.compactMap { WordSearch.range(of: $0.term, in: text) }.sorted {
      $0.lowerBound < $1.lowerBound
    }
    var pieces: [HTML] = []
    var start = text.startIndex
    for range in ranges where range.lowerBound >= start {
      pieces += [
        prose(String(text[start..<range.lowerBound])), element("dfn") { String(text[range]) },
      ]
      start = range.upperBound
    }
    return HTML(pieces + [prose(String(text[start...]))])
  }

  /// What the words mean, a note each.
  var notes: HTML {
    HTML(
      words.map { word in
        element("p", ["class": "word", "role": "note"]) {
          element("strong") { word.term }
          " — "
          prose(word.meaning)
        }
      })
  }
}
