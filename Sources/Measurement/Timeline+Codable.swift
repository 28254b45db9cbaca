/// A duration as a report has it: a number of milliseconds, to the nanosecond.
package struct Milliseconds: Codable, Hashable, Sendable {
  package var duration: Duration

  package init(_ duration: Duration) { self.duration = duration }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let nanoseconds = (try container.decode(Double.self) * 1e6).rounded()
    guard let whole = Int64(exactly: nanoseconds) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no time is that long")
    }
    duration = .nanoseconds(whole)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode((duration.inMilliseconds * 1e6).rounded() / 1e6)
  }
}

extension Span: Codable {
  private enum CodingKeys: CodingKey { case kind, start, end }

  /// Decodes times in milliseconds.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Kind.self, forKey: .kind),
      from: try container.decode(Milliseconds.self, forKey: .start).duration,
      to: try container.decode(Milliseconds.self, forKey: .end).duration)
  }

  /// Encodes times in milliseconds.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(Milliseconds(start), forKey: .start)
    try container.encode(Milliseconds(end), forKey: .end)
  }
}

extension Lane: Codable {
  private enum CodingKeys: CodingKey { case label, arrival, departure, spans }

  /// Decodes times in milliseconds.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(String.self, forKey: .label),
      arrival: try container.decode(Milliseconds.self, forKey: .arrival).duration,
      spans: try container.decode([Span].self, forKey: .spans),
      departure: try container.decode(Milliseconds?.self, forKey: .departure)?.duration)
  }

  /// Encodes times in milliseconds.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(label, forKey: .label)
    try container.encode(Milliseconds(arrival), forKey: .arrival)
    try container.encode(departure.map(Milliseconds.init), forKey: .departure)
    try container.encode(spans, forKey: .spans)
  }
}
