import Console
import Foundation
import Platform
import Reading

/// `lessons read`: transcript, code and claims, as the reader wants to see them.
struct ShownLesson {
  private let text: LessonText
  private let arguments: Arguments

  /// A lesson of the workbook, with the reader's own transcript where there is one.
  init(_ lesson: CatalogueLesson, _ arguments: Arguments, in catalogue: Catalogue) throws(Complaint) {
    self.arguments = arguments
    let original =
      arguments.has("retelling")
      ? nil : try ImportedTranscripts(catalogue.checkout).transcript(of: lesson.entry)
    text = try LessonText(reading: lesson, in: catalogue.checkout, original: original)
  }

  /// A transcript from anywhere; beside it the code of the lesson that was named, or that it can be told to belong to.
  init(
    file: String, beside lesson: CatalogueLesson?, _ arguments: Arguments, in catalogue: Catalogue
  ) throws(Complaint) {
    self.arguments = arguments
    let url = URL(fileURLWithPath: file)
    let transcript = try TranscriptFile.read(url, name: file)
    var lesson = lesson
    if lesson == nil,
      let known = KnownLectures(catalogue).lesson(of: transcript, named: url.lastPathComponent)
    {
      lesson = try catalogue.lesson(known.id)
    }
    text =
      if let lesson {
        try LessonText(reading: lesson, in: catalogue.checkout, original: transcript)
      } else {
        LessonText(transcript, named: url.lastPathComponent)
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
}
