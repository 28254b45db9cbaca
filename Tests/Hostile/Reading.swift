import Console
import Foundation
import Reading
import Serving
import Workbook

/// What reads what anybody may have written.
enum HostileReading: String, CaseIterable {
  case transcripts, progress, requests, arguments

  /// Which of a million inputs are whose, in hundredths.
  var share: Int {
    switch self {
    case .transcripts: 20
    case .progress: 30
    case .requests: 45
    case .arguments: 5
    }
  }

  /// Reads an input. Whatever is in it, this returns.
  func read(_ number: UInt64) {
    let bytes = mutation.input(number)
    switch self {
    case .transcripts: _ = TranscriptParser.parse(Data(bytes), file: "hostile")
    case .progress:
      guard let progress = try? JSONDecoder().decode(Progress.self, from: Data(bytes)),
        let written = try? JSONEncoder().encode(progress)
      else { return }
      precondition(
        (try? JSONDecoder().decode(Progress.self, from: written)) == progress, "written, it is another")
    case .requests: readRequests(bytes, number)
    case .arguments:
      readArguments(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }
  }

  private func readRequests(_ bytes: [UInt8], _ number: UInt64) {
    var random = Seeded(number &+ 1)
    var limits = Limits()
    limits.body = 1000
    limits.head = 2000
    var parser = RequestParser(limits: limits)
    var (rest, events) = (bytes[...], 0)
    while !rest.isEmpty {
      let piece = rest.prefix(1 + random.below(300))
      rest = rest.dropFirst(piece.count)
      Array(piece).withUnsafeBytes { parser.receive($0) }
      while let event = try? parser.next() {
        if case .needsBytes = event { break }
        events += 1
        precondition(events <= 2 * bytes.count, "more requests than bytes")
      }
      precondition(parser.held <= limits.body + limits.head + 1000, "\(parser.held) bytes are held")
    }
  }

  private static let options = [
    Arguments.Option("json", help: ""), Arguments.Option("width", value: "N", help: ""),
    Arguments.Option("time", value: "real|virtual", help: ""), Arguments.Option("trace", help: ""),
  ]
  private static let exercises = ExerciseMatcher([], lessons: Syllabus.lessons)

  private func readArguments(_ words: [String]) {
    let arguments = try? Arguments(words, options: Self.options)
    _ = try? arguments?.integer("width", in: 20...200)
    // Each is matched in many ways; a command line has few.
    for word in words.prefix(2) {
      _ = try? LessonMatcher(Syllabus.lessons).match(word)
      _ = try? Self.exercises.select([word])
      _ = NearestName.of(word, among: ["overlap", "two-calls", "bounded"])
    }
  }

  private var mutation: Mutation {
    switch self {
    case .transcripts: Self.mutatedTranscripts
    case .progress: Self.mutatedProgress
    case .requests: Self.mutatedRequests
    case .arguments: Self.mutatedArguments
    }
  }

  private static let mutatedTranscripts = Mutation(
    bases: [
      "Course: A\nChapter: B\nLecture: C\nRetold for: readers\n\n00:00 One.\n00:05 Two, and\n  more.\n01:02:03 Three.\n",
      "WEBVTT\n\nNOTE x\n\n00:00:01.000 --> 00:00:03.000 align:start\n<v A>Fish &amp; <i>chips</i>\n\n00:00:04.500 --> 00:00:09.000\nTwo\n",
      "1\r\n00:00:00,000 --> 00:00:02,000\r\nOne\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,000\r\nTwo\r\n",
      "Transcripts\nHome\n0:00 Hello and welcome.\n0:04 This is\n0:09 the end.\nBack to the course\n",
    ],
    words: [
      "-->", "00:00", "99:99:99", "WEBVTT", "NOTE", "&#x110000;", "&amp", "<v ", "Retold for:", "Lecture:",
      "0:1",
    ])

  private static let mutatedProgress = Mutation(
    bases: [
      #"{"version":1,"exercises":{"overlap":{"digest":"00ff","status":"passed","hints":2,"hintedAt":["x"],"met":[{"mistake":"a","times":1,"first":"2026-11-21T06:15:03Z","last":"2026-11-21T06:15:03Z"}]}}}"#,
      #"{"version":1,"exercises":{"serial-vs-async/overlap":{"status":"wrong","mistake":"one-by-one","hints":0},"overlap":{}}}"#,
      #"{"version":2,"exercises":{}}"#,
    ],
    words: [
      "{", "}", "[", "]", "\"", ":", ",", "null", "1e999", "\\u0000", "\\ud800", "\"hints\":", "\"version\":",
      "[[[[",
    ])

  private static let mutatedRequests = Mutation(
    bases: [
      "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
      "POST /a?b=c HTTP/1.1\r\nHost: a:80\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: x\r\n\r\n5;q=\"1\"\r\nhello\r\n0\r\nx: y\r\n\r\n",
      "GET http://a/b HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.1\r\nHost: [::1]\r\nConnection: close\r\n\r\n",
    ],
    words: [
      "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "Host: b\r\n", "\r\n\r\n", "0\r\n\r\n",
      "ffffffffffffffff\r\n",
      "HTTP/1.1", "CONNECT ", "%zz", ", ", ";", "\"", ": ",
    ])

  private static let mutatedArguments = Mutation(
    bases: [
      "1\n--width\n80\n--json", "overlap\n1/two-calls\n--time=virtual", "serial-vs-async\n--\n--x",
      "-h\n--wid\n7",
    ],
    words: ["--", "-", "--width=", "--json=", "=", "/", "..", "1.1", "~", "--width", "'", "$(x)", "\0"])
}
