import Console
import Foundation
import Platform
import Reading

/// `lessons read`: transcript, code and claims, as the reader wants to see them.
struct ShownLesson {
  private let text: LessonText
  private let arguments: Arguments

  /// - Parameter lesson: the one that was named, or `nil` where a transcript is given alone.
  init(_ lesson: CatalogueLesson?, _ arguments: Arguments, in catalogue: Catalogue) throws(Complaint) {
    self.arguments = arguments
    if let file = arguments.value("transcript") {
      text = try Self.given(file, for: lesson, catalogue)
    } else if let lesson {
      let original =
        arguments.has("retelling")
        ? nil : try ImportedTranscripts(catalogue.checkout).transcript(of: lesson.entry)
      text = try LessonText(reading: lesson, in: catalogue.checkout, original: original)
    } else {
      throw .usage("which lesson do you want to read?")
    }
  }

  func show(on terminal: Terminal) -> ExitStatus {
    var remarks = text.remarks
    guard !arguments.has("json") else {
      StandardOutput.writeError(remarks.map { "lessons: \($0)\n" }.joined())
      StandardOutput.write(ReadingReport(text).json + "\n")
      return .done
    }
    let choice = Reader.Choice(
      languages: arguments.has("both")
        ? [.swift, .python] : arguments.has("python") ? [.python] : [.swift],
      showsClaimCode: arguments.has("claims"))
    if choice.languages.contains(.python), !text.has(.python) {
      remarks.append("\(text.entry.id) has no ideas in Python")
    }
    StandardOutput.writeError(remarks.map { "lessons: \($0)\n" }.joined())
    let page = Reader.lines(text, showing: choice, terminal.style).map { $0 + "\n" }.joined()
    if terminal.canRedraw { Pager.show(page) }
    StandardOutput.write(page)
    return .done
  }

  /// A transcript from anywhere; beside it the code of the lesson that was named, or that it can be told to belong to.
  private static func given(_ file: String, for lesson: CatalogueLesson?, _ catalogue: Catalogue)
    throws(Complaint) -> LessonText
  {
    let url = URL(fileURLWithPath: file)
    let transcript = try TranscriptFile.read(url, name: file)
    if let lesson { return try LessonText(reading: lesson, in: catalogue.checkout, original: transcript) }
    guard let known = KnownLectures(catalogue).lesson(of: transcript, named: url.lastPathComponent) else {
      return LessonText(transcript, named: url.lastPathComponent)
    }
    return try LessonText(
      reading: try catalogue.lesson(known.id), in: catalogue.checkout, original: transcript)
  }
}
