/// The outcome of a read or a write that does not wait.
package enum Transfer: Hashable {
  case bytes(Int)
  /// The other side has ended.
  case end
  /// Nothing to read, or no room to write, for now.
  case wouldBlock
  case failed(SystemError)
}
