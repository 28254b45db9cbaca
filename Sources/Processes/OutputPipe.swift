import Platform

/// What a program writes: read while it runs, and kept up to a limit.
final class OutputPipe {
  private let pipe: SystemPipe
  private let limit: Int
  private var count: OutputCount
  /// What is kept.
  private(set) var bytes: [UInt8] = []
  /// Whether there was more than is kept.
  var isOverLimit: Bool { count.isOverLimit }
  private var new: [UInt8] = []

  /// Opens a pipe.
  ///
  /// - Parameters:
  ///   - limit: how much is kept, in bytes.
  ///   - apart: lines that are kept besides.
  /// - Throws: a ``Platform/SystemError``, for example if there are too many open files.
  init(limit: Int, apart: LinesApart? = nil) throws(SystemError) {
    pipe = try SystemPipe()
    pipe.readWithoutWaiting()
    self.limit = limit + (apart?.limit ?? 0)
    count = OutputCount(limit: limit, apart: apart)
  }

  /// The end that the program writes to.
  var inlet: Int32 { pipe.inlet }

  /// Whether more may come.
  var isOpen: Bool { pipe.outlet >= 0 }

  /// What is kept, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Closes this process's copy of the end that the program writes to.
  func isWritten() { pipe.closeInlet() }

  /// What was read since this was asked last.
  func takeNew() -> [UInt8] {
    defer { new = [] }
    return new
  }

  /// Waits for a hundredth of a second, or until a pipe has something to read or ends, and reads what is there.
  static func wait(for pipes: [OutputPipe]) {
    // A program that has closed its outputs is about to end.
    let time = Duration.milliseconds(pipes.contains(where: \.isOpen) ? 10 : 1)
    for index in SystemPipe.block(for: pipes.map(\.pipe), atMost: time) { pipes[index].readSome() }
  }

  /// Reads what is there.
  static func readRest(of pipes: [OutputPipe]) {
    for pipe in pipes where pipe.isOpen { pipe.readSome() }
  }

  /// Reads at most twice what a pipe holds: enough to empty it, and a program that writes without end does not keep this one here.
  private func readSome() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for _ in 0..<2 {
      switch buffer.withUnsafeMutableBytes(pipe.read) {
      case .bytes(let count):
        new += buffer[..<min(count, max(0, limit - new.count))]
        self.count.take(buffer[..<count])
        bytes += buffer[..<min(count, limit - bytes.count)]
      case .wouldBlock: return
      case .end, .failed:
        pipe.closeOutlet()
        return
      }
    }
  }
}
