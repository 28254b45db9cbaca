import Console
import Foundation
import Platform
import Reading

/// `lessons import`: the reader's own copies of the original transcripts.
struct OwnTranscripts {
  private let catalogue: Catalogue
  private var imported: ImportedTranscripts { ImportedTranscripts(catalogue.checkout) }

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  func take(over paths: [String], as lesson: SyllabusEntry?) throws(Complaint) -> ExitStatus {
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

  func list() -> ExitStatus {
    for lesson in catalogue.lessons {
      StandardOutput.write(
        "\(lesson.entry.number)  \(lesson.entry.lecture): "
          + (imported.has(lesson.entry)
            ? "your copy, \(ImportedTranscripts.path(of: lesson.entry))" : "retold") + "\n")
    }
    return .done
  }

  func remove(_ lessons: [SyllabusEntry]) throws(Complaint) -> ExitStatus {
    for lesson in lessons {
      let wasThere = try imported.remove(lesson)
      guard wasThere || lessons.count == 1 else { continue }
      StandardOutput.write(
        "Lesson \(lesson.number) \(wasThere ? "shows the retelling again" : "has no imported transcript").\n")
    }
    return .done
  }
}
