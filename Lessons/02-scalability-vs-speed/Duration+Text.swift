import Measurement

extension Duration {
  /// The duration for a sentence, for example `205 ms`.
  var inWholeMilliseconds: String { "\(Int(inMilliseconds.rounded())) ms" }
}
