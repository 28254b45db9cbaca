import Console
import Foundation
import Reading

/// A lesson that is to be made from a transcript: a folder with a first idea, claim and exercise, and its lines in the files that list
/// all lessons. What is made compiles and passes, so that a teacher goes on from something that works.
struct NewLesson {
  private let checkout: Checkout
  private let number: Int
  /// The lesson's id: words of small letters and digits, with a hyphen between.
  let id: String
  private let title: String
  private let transcript: Transcript

  /// - Throws: a complaint if the id is taken, or the transcript is damaged.
  init(
    _ id: String, title: String?, transcript file: String, in checkout: Checkout
  ) throws(Complaint) {
    let transcript = try TranscriptFile.read(URL(fileURLWithPath: file), name: file)
    guard transcript.problems.isEmpty else {
      throw .unavailable(
        "\(file) is damaged, and no lesson was made of it",
        advice: transcript.problems.prefix(5).map { "\($0): \($0.text.prefix(60))" })
    }
    guard transcript.cues.count > 1, transcript.cues.allSatisfy({ !$0.text.isEmpty }) else {
      throw .unavailable("\(file) has too little to pair code with: at least two cues, each with words")
    }
    self.checkout = checkout
    self.id = id
    self.title = title ?? transcript.lecture ?? id.replacing("-", with: " ").capitalized
    self.transcript = transcript
    number = (Syllabus.lessons.map(\.number).max() ?? 0) + 1
    let package = try Self.read("Package.swift", in: checkout)
    // The package's own names stand there for modules and programs alike, in one spelling or the other.
    let names = package.matches(of: /(?:name|target): "([\w-]+)"/).map {
      $0.1.filter { $0 != "-" }.lowercased()
    }
    guard !Syllabus.lessons.map(\.id).contains(id), !names.contains(target.lowercased()) else {
      throw .usage("there is a lesson or a module called \(id) already", advice: ["Choose another id."])
    }
  }

  // MARK: Names

  private var words: [String] { id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() } }
  private var target: String { words.joined() }
  /// A word alone might be one of Swift's own.
  private var entry: String {
    words[0].lowercased() + (words.count > 1 ? words.dropFirst().joined() : "Lesson")
  }
  private var base: String { "First" + target }
  private var folder: String { (number < 10 ? "0" : "") + "\(number)-\(id)" }

  /// The exercise's name.
  var exercise: String { "first-\(id)" }

  private var values: [String: String] {
    [
      "id": id, "title": title, "quoted": title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""),
      "number": "\(number)", "target": target, "entry": entry, "folder": folder, "base": base,
      "exercise": exercise, "function": "first" + target, "first": "\(transcript.cues[0].time)",
      "second": "\(transcript.cues[1].time)",
    ]
  }

  // MARK: Files

  /// The new files by their path, with the template of each; the transcript has none.
  private var templates: [(path: String, template: String)] {
    let lesson = "Lessons/\(folder)"
    let grading = "\(lesson)/Grading/\(base)"
    return [
      ("\(lesson)/Waits.swift", "Idea"), ("\(lesson)/README.md", "README"),
      ("\(lesson)/Story/Lesson.swift", "Lesson"), ("\(lesson)/Story/First.swift", "First"),
      ("\(lesson)/Story/Claims.swift", "Claims"), ("\(lesson)/Exercises/\(base).swift", "Exercise"),
      ("\(grading)/\(base).stub", "Exercise"), ("\(grading)/\(base)Grading.swift", "Grading"),
      ("\(grading)/Diagnosis.swift", "Diagnosis"), ("\(grading)/Mistakes.swift", "Mistakes"),
      ("\(grading)/Solution.swift", "Solution"), ("Tests/\(target)Tests/\(target)ClaimTests.swift", "Tests"),
    ]
  }

  /// Makes the lesson, all of it or nothing.
  ///
  /// - Returns: the paths of what was made and of what was changed.
  func make() throws(Complaint) -> (made: [String], changed: [String]) {
    var files: [(path: String, text: String)] = [("transcripts/\(id).txt", ownForm)]
    for (path, template) in templates { files.append((path, try filled(template))) }
    let changes = [
      try changed("Package.swift", [("]\nlet exercises = lessons.flatMap", try filled("Package"))]),
      try changed(
        "Sources/Console/Course/Syllabus.swift",
        [("  /// All lessons.\n", try filled("Syllabus")), ("  ]\n}", "    \(entry),\n")]),
      try changed(
        "Tests/LessonsTests/LearnerTests.swift",
        [
          (
            "  private static let names = [", "  func test\(base)() throws { try check(\"\(exercise)\") }\n\n"
          ),
          ("  ]\n\n  func testEveryExerciseHasATestHere", "    \"\(exercise)\",\n"),
        ]),
    ]
    for (path, _) in files where FileManager.default.fileExists(atPath: checkout.url(path).path) {
      throw .unavailable("\(path) is there already, and is not replaced", advice: ["Choose another id."])
    }
    var undo: [() -> Void] = []
    do {
      for (path, text) in files {
        let url = checkout.url(path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        undo.append { try? FileManager.default.removeItem(at: url) }
        try Data(text.utf8).write(to: url)
      }
      for (path, before, after) in changes {
        undo.append { try? Data(before.utf8).write(to: checkout.url(path)) }
        try Data(after.utf8).write(to: checkout.url(path), options: .atomic)
      }
    } catch {
      for step in undo.reversed() { step() }
      throw .unavailable("the lesson could not be written: \(error.localizedDescription)")
    }
    return (files.map(\.path), changes.map(\.path))
  }

  /// The transcript as the workbook keeps its own: a header, and a cue a line.
  private var ownForm: String {
    var header = transcript.header.filter { $0.name != "Retold for" }
    if transcript.lecture == nil { header.append(Transcript.Field("Lecture", title)) }
    header.append(Transcript.Field("Retold for", "readers who write Swift; lesson \(number), \(id)"))
    return header.map { "\($0.name): \($0.value)\n" }.joined() + "\n"
      + transcript.cues.map { "\($0.time) \($0.text)\n" }.joined()
  }

  private func filled(_ template: String) throws(Complaint) -> String {
    var text = try Self.read("Sources/reader/NewLesson/Templates/\(template).template", in: checkout)
    for (name, value) in values { text = text.replacing("{{\(name)}}", with: value) }
    return text
  }

  /// A file with further lines in front of those that are named.
  private func changed(
    _ path: String, _ insertions: [(anchor: String, text: String)]
  ) throws(Complaint) -> (path: String, before: String, after: String) {
    let before = try Self.read(path, in: checkout)
    var after = before
    for (anchor, text) in insertions {
      guard let place = after.firstRange(of: anchor) else {
        throw .unavailable(
          "\(path) has changed: the line to put the lesson before is missing",
          advice: ["It begins with: \(anchor)"])
      }
      after.insert(contentsOf: text, at: place.lowerBound)
    }
    return (path, before, after)
  }

  private static func read(_ path: String, in checkout: Checkout) throws(Complaint) -> String {
    guard let text = try? String(contentsOf: checkout.url(path), encoding: .utf8) else {
      throw .unavailable("\(path) cannot be read", advice: ["'git checkout -- \(path)' brings it back."])
    }
    return text
  }
}
