/// What came of something that a machine may not allow.
typealias Attempt<Value> = Result<Value, any Error>

extension Result where Failure == any Error {
  /// Why it is not there, as a sentence; `nil` if it is.
  func obstacle(_ what: String) -> String? {
    guard case .failure(let error) = self else { return nil }
    return "There are no \(what) here: \(error)."
  }
}
