import Console
import Foundation
import Platform
import Reading
import Workbook

extension Command {
  /// Takes over the reader's own copies of the original transcripts.
  static let importing = Command(
    name: "import", summary: "takes over your own copies of the lectures' transcripts",
    operands: "<file or folder>...",
    options: [
      Arguments.Option("as", value: "LESSON", help: "Say whose lecture it is, where that cannot be told."),
      Arguments.Option("list", help: "Show which lectures have an imported transcript."),
      Arguments.Option("remove", value: "LESSON", help: "Go back to the retelling; 'all' for every lesson."),
    ],
    notes: [
      "Understood are lines or paragraphs that start with a time (01:21 or 1:21), whole web pages of the course with them, and "
        + "subtitles (WebVTT, SRT); in UTF-8, UTF-16 or Latin-1. 'lessons read' then shows the original, and the code beside it.",
      "They are kept in .lessons/transcripts, on this machine alone.",
    ],
    action: .reading { arguments throws(Complaint) in
      let catalogue = try Surroundings.catalogue()
      if arguments.has("list") {
        try arguments.noOperands(of: "import --list")
        return list(catalogue)
      }
      if let name = arguments.value("remove") {
        try arguments.noOperands(of: "import --remove")
        return try remove(name, catalogue)
      }
      guard !arguments.operands.isEmpty else {
        throw .usage(
          "which transcripts do you want to import?",
          advice: [
            "'lessons import FILE' takes one; a folder stands for all in it.",
            "'lessons import --help' tells more.",
          ])
      }
      let lesson = try arguments.value("as").map { (name) throws(Complaint) in
        try catalogue.lesson(name).entry
      }
      return try run(arguments.operands, as: lesson, catalogue)
    })

  private static func run(_ paths: [String], as lesson: SyllabusEntry?, _ catalogue: Catalogue)
    throws(Complaint)
    -> ExitStatus
  {
    let importing = TranscriptImport(catalogue)
    var files: [URL] = []
    for path in paths { files += try TranscriptImport.files(at: URL(fileURLWithPath: path)) }
    var status = ExitStatus.done
    for file in files {
      do throws(Complaint) {
        for (lesson, cues) in try importing.run(file, as: lesson) {
          StandardOutput.write(
            "\(file.lastPathComponent): the lecture of lesson \(lesson.number), \(cues) cues. "
              + "'lessons read \(lesson.number)' shows it.\n")
        }
      } catch {
        // The others are no worse for it.
        StandardOutput.writeError(error.text(from: "lessons"))
        status = error.status
      }
    }
    return status
  }

  private static func list(_ catalogue: Catalogue) -> ExitStatus {
    let imported = ImportedTranscripts(catalogue.checkout)
    for lesson in catalogue.lessons {
      StandardOutput.write(
        "\(lesson.entry.number)  \(lesson.entry.lecture): "
          + (imported.has(lesson.entry)
            ? "your copy, \(ImportedTranscripts.path(of: lesson.entry))" : "retold") + "\n")
    }
    return .done
  }

  private static func remove(_ name: String, _ catalogue: Catalogue) throws(Complaint) -> ExitStatus {
    let lessons =
      name.lowercased() == "all" ? catalogue.lessons.map(\.entry) : [try catalogue.lesson(name).entry]
    for lesson in lessons {
      let wasThere = try ImportedTranscripts(catalogue.checkout).remove(lesson)
      guard wasThere || lessons.count == 1 else { continue }
      StandardOutput.write(
        "Lesson \(lesson.number) \(wasThere ? "shows the retelling again" : "has no imported transcript").\n")
    }
    return .done
  }
}
