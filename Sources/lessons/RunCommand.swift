import Console
import Workbook

extension Command {
  /// Runs a lesson.
  static let run = Command(
    name: "run", summary: "runs a lesson, built anew if need be", operands: "<lesson> [options]",
    notes: [
      "The lesson's own options stand behind its name: 'lessons run 1 --time virtual'. 'lessons run 1 --help' lists them.",
      "Its knobs turn the lecture's scenario: 'lessons run 1 --blocking 2' shows what happens if request 2 blocks.",
      "The first run on a terminal asks you to guess before each picture, and then why; --predict asks again, --no-predict nothing.",
    ],
    action: .verbatim { words throws(Complaint) in
      let catalogue = try Surroundings.catalogue()
      guard let name = words.first else {
        throw .usage(
          "which lesson shall run?",
          advice: catalogue.lessons.map { "\($0.entry.number)  lessons run \($0.entry.id)" })
      }
      guard !name.hasPrefix("-") else { throw lessonComesFirst(words, catalogue) }
      let lesson = try catalogue.lesson(name)
      let program = LessonProgram(
        lesson, in: catalogue.checkout, builtIn: Surroundings.buildFolder(of: catalogue.checkout))
      try program.prepare()
      try program.become(
        Array(words.dropFirst()) + program.reportOptions(besides: words)
          + program.answerOptions(besides: words),
        calledAs: "\(Surroundings.invocation) run \(name)")
    })

  /// Which of the words is the lesson cannot be told where an option's value could be one too; only the reader knows.
  private static func lessonComesFirst(_ words: [String], _ catalogue: Catalogue) -> Complaint {
    let names = words.indices.filter {
      !words[$0].hasPrefix("-") && (try? catalogue.lesson(words[$0])) != nil
    }
    guard names.count == 1 else {
      return .usage("the lesson's name comes first: lessons run <lesson> [options]")
    }
    var others = words
    others.remove(at: names[0])
    return .usage(
      "the lesson's name comes first, and its options behind it",
      advice: ["Did you mean 'lessons run \(words[names[0]]) \(others.joined(separator: " "))'?"])
  }
}
