package import Console

/// What is asked of the transcripts, looked up.
package enum ReadingRequest: Sendable {
  /// To show a lesson.
  case read(CatalogueLesson, on: Terminal)
  /// To show a transcript from anywhere beside the code of a lesson; `nil` where the transcript has to tell which.
  case readFile(String, beside: CatalogueLesson?, on: Terminal)
  /// To take over the reader's own transcripts, all of this lesson where one is named.
  case importing(as: SyllabusEntry?)
  /// To list which lessons have one.
  case list
  /// To go back to the retellings of these.
  case remove([SyllabusEntry])
  /// To make a lesson of this id.
  case new(String, transcript: String)
}
