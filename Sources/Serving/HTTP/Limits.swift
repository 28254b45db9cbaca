/// How much a server takes from a client before it says no, and with which status.
package struct Limits: Sendable, Hashable {
  /// The longest request line in bytes; then 414.
  package var requestLine = 8 * 1024
  /// The longest head in bytes, request line included; then 431. Trailers count as one more head.
  package var head = 16 * 1024
  /// The most header fields; then 431.
  package var headers = 100
  /// The longest body in bytes; then 413.
  package var body = 1024 * 1024
  /// The most bytes of requests that are held for all clients together; then 503 to the one that sends more.
  package var held = 64 * 1024 * 1024
  /// The most connections at once; then 503.
  package var connections = 10_000
  /// How long a head may take from its first byte to its last, and a first request to begin; then 408.
  package var headTime = Duration.seconds(5)
  /// How long a body may take from the end of its head; then 408.
  package var bodyTime = Duration.seconds(30)
  /// How long a connection may stay without a further request; then it is closed.
  package var idleTime = Duration.seconds(30)
  /// How long a client may take to accept an answer; then the connection is closed.
  package var answerTime = Duration.seconds(10)

  package init() {}
}
