import Measurement

/// So many requests that wait at the same time, each on a thread of its own or each as a task on one event loop; and what
/// the operating system says about the process that keeps them waiting.
struct Crowd: Sendable, Codable {
  /// What a waiting request is made of.
  enum Kind: String, Sendable, Codable, CaseIterable {
    case threads
    case tasks
  }

  var kind: Kind
  /// How many requests there were to be.
  var asked: Int
  /// How many there were.
  var made: Int
  /// Why there were fewer than asked for.
  var stopped: String?
  /// How many waited when the figures were taken.
  var waiting: Int
  /// How many were answered in the end.
  var answered: Int
  /// How long each of them waited, in seconds.
  var wait: Double
  /// How long it took to make them, in seconds.
  var creation: Double
  /// When the figures were taken, from the first one's making, in seconds.
  var counted: Double
  /// How long it took to answer all, from the first one's making, in seconds.
  var wall: Double
  /// What came to the process while all of them waited.
  var held: ProcessStatus
  /// What came to it until all were answered.
  var total: ProcessStatus

  /// Whether some were answered before all of them waited, since to make them took longer than each waited.
  var isTooShort: Bool { waiting < made && counted > wait }
  /// The memory in use for a request that waits, in bytes.
  var residentBytesEach: Double { Double(held.residentBytes) / Double(max(1, made)) }
  /// The address space for a request that waits, in bytes.
  var virtualBytesEach: Double { Double(held.virtualBytes) / Double(max(1, made)) }
}
