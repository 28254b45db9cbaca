package import Console
package import Foundation

/// Takes over the reader's own transcripts, whole or not at all.
package struct TranscriptImport {
  private let catalogue: Catalogue
  private let known: KnownLectures
  private let kept: ImportedTranscripts
  private static let endings: Set = ["txt", "text", "md", "vtt", "srt"]

  package init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    known = KnownLectures(catalogue)
    kept = ImportedTranscripts(catalogue.checkout)
  }

  /// The files that a path stands for: itself, or the transcripts in a folder.
  package static func files(at url: URL) throws(Complaint) -> [URL] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      throw .unavailable("there is no file \(url.path)")
    }
    guard isFolder.boolValue else { return [url] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    let files = names.sorted().map(url.appendingPathComponent).filter {
      endings.contains($0.pathExtension.lowercased())
    }
    guard !files.isEmpty else {
      throw .unavailable(
        "there is no transcript in \(url.path)",
        advice: ["A transcript's name ends in \(endings.sorted().map { ".\($0)" }.joined(separator: ", "))."])
    }
    return files
  }

  /// Imports the transcripts in a file.
  ///
  /// - Parameter lesson: whose lecture it is; `nil` to find out.
  /// - Returns: the lessons, and how many cues each has.
  /// - Throws: a complaint if any line is damaged, or a transcript is none of the workbook's; then nothing of the file was taken over.
  package func run(_ url: URL, as lesson: SyllabusEntry? = nil) throws(Complaint) -> [(
    SyllabusEntry, cues: Int
  )] {
    let name = url.relativePath
    let transcripts = try TranscriptFile.readAll(url, name: name)
    let problems = transcripts.flatMap(\.problems)
    guard problems.isEmpty else {
      throw .unavailable(
        "\(name) is damaged, and nothing of it was imported",
        advice: problems.prefix(5).map { "\($0): \($0.text.prefix(60))" }
          + (problems.count > 5 ? ["… and \(problems.count - 5) more"] : [])
          + ["Mend the lines, and import it again."])
    }
    guard !transcripts.contains(where: { $0.retoldFor != nil }) else {
      throw .usage("\(name) is the workbook's own retelling, which 'lessons read' shows anyway")
    }
    guard lesson == nil || transcripts.count == 1 else {
      throw .usage("\(name) has \(transcripts.count) transcripts in it, and --as names one lesson")
    }
    var found: [(Transcript, SyllabusEntry)] = []
    for transcript in transcripts {
      // The name of a file says nothing about each of several in it.
      let file = transcripts.count == 1 ? url.lastPathComponent : ""
      guard let entry = lesson ?? known.lesson(of: transcript, named: file) else {
        throw .unavailable(
          "\(name) is none of the workbook's lectures, as far as its header, its name and its times tell",
          advice: [
            "If you know better: 'lessons import --as 2 \(name)', for lesson 2.",
            "To read it as it is: 'lessons read --transcript \(name)'.",
          ])
      }
      if let (other, _) = found.first(where: { $0.1 == entry }), other != transcript {
        throw .unavailable("\(name) has two different transcripts of \(entry.lecture) in it")
      }
      found.append((transcript, entry))
    }
    for (transcript, entry) in found { try kept.keep(transcript, for: entry) }
    return found.map { ($0.1, $0.0.cues.count) }
  }
}
