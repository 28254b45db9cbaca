package import Console

/// What is asked of the transcripts, looked up.
package enum ReadingRequest: Sendable {
  /// To show a lesson; `nil` where only a transcript is given, which may tell by itself which lesson it belongs to.
  case read(CatalogueLesson?, on: Terminal)
  /// To take over the reader's own transcripts, all of this lesson where one is named.
  case importing(as: SyllabusEntry?)
  /// To list which lessons have one.
  case list
  /// To go back to the retellings of these.
  case remove([SyllabusEntry])
  /// To make a lesson of this id.
  case new(String, transcript: String)
}
