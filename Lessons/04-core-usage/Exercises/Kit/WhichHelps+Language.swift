/// What a job is written in.
enum Language: String, Sendable, Hashable, CaseIterable {
  case swift
  /// With the GIL: one thread at a time runs Python code.
  case python
}
