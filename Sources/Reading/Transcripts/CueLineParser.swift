import Console

/// Reads transcripts whose cues are lines or paragraphs that start with a time.
struct CueLineParser {
  private let file: String
  /// Our own form has a cue a line, so a line without a time is damaged; in an original it goes on with the cue before.
  private let isOurs: Bool
  private var done: [Transcript] = []
  private var current = Transcript()

  init(file: String, isOurs: Bool) {
    self.file = file
    self.isOurs = isOurs
  }

  mutating func read(_ given: String, line: Int) {
    let text = given.trimmed
    if text.isEmpty || PageFurniture.isNoise(text) { return }
    if let field = PageFurniture.field(text) {
      if !current.cues.isEmpty { startAnother() }
      current.header.append(field)
    } else if let (time, words) = CueLine.cue(text) {
      read(cueAt: time, words, line: line, text: text)
    } else if let reason = CueLine.damage(text) {
      report(reason, line, text)
    } else if current.cues.isEmpty {
      report("neither a field of the header nor a cue: a cue starts with its time, as in 01:21", line, text)
    } else if isOurs {
      report("no time in front: a cue starts with its time, as in 01:21", line, text)
    } else {
      current.cues[current.cues.count - 1].append(text)
    }
  }

  mutating func finish() -> [Transcript] {
    startAnother()
    return done
  }

  private mutating func read(cueAt time: Timestamp, _ words: String, line: Int, text: String) {
    if let last = current.cues.last?.time, time < last {
      if time.seconds == 0 {
        startAnother()
      } else {
        report("\(time) comes after \(last)", line, text)
      }
    }
    if isOurs, words.isEmpty { report("nothing is said at \(time)", line, text) }
    current.cues.append(Transcript.Cue(time: time, text: words, line: line))
  }

  private mutating func report(_ reason: String, _ line: Int, _ text: String) {
    current.problems.append(Transcript.Problem(file: file, line: line, reason: reason, text: text))
  }

  private mutating func startAnother() {
    done.append(current)
    current = Transcript()
  }
}

extension Transcript.Cue {
  /// Goes on with the next line of the same cue.
  mutating func append(_ more: String) {
    text += text.isEmpty ? more : " " + more
  }
}
