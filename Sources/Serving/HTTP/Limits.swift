/// How much a server takes from a client before it says no, and with which status.
public struct Limits: Sendable, Hashable {
  /// The longest request line in bytes; then 414.
  public var requestLine = 8 * 1024
  /// The longest head in bytes, request line included; then 431. Trailers count as one more head.
  public var head = 16 * 1024
  /// The most header fields; then 431.
  public var headers = 100
  /// The longest body in bytes; then 413.
  public var body = 1024 * 1024
  /// The most connections at once; then 503.
  public var connections = 10_000
  /// How long a head may take from its first byte to its last, and a first request to begin; then 408.
  public var headTime = Duration.seconds(5)
  /// How long a body may take from the end of its head; then 408.
  public var bodyTime = Duration.seconds(30)
  /// How long a connection may stay without a further request; then it is closed.
  public var idleTime = Duration.seconds(30)
  /// How long a client may take to accept an answer; then the connection is closed.
  public var answerTime = Duration.seconds(10)

  /// Creates the limits that suit a lesson; change what has to be different.
  public init() {}
}
