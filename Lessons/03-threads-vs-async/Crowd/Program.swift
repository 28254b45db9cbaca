import LessonKit
import Processes

/// The lesson's executable: the lesson, or one measurement on its own where the lesson has started it for that.
@main
enum Program {
  static func main() {
    if let measurement = IsolatedMeasurement(words: CommandLine.arguments.dropFirst()) {
      measurement.runAndPrint()
    } else {
      ThreadsVersusAsync.main()
    }
  }
}
