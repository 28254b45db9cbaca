extension Duration {
  /// The duration for a sentence, for example `205 ms`.
  package var inWholeMilliseconds: String { "\(Int(inMilliseconds.rounded())) ms" }
}
