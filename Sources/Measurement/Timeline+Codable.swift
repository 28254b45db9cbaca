/// A duration as a report has it: a number of milliseconds, to the nanosecond.
@propertyWrapper package struct Milliseconds: Codable, Hashable, Sendable {
  package var wrappedValue: Duration

  package init(wrappedValue: Duration) { self.wrappedValue = wrappedValue }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let nanoseconds = (try container.decode(Double.self) * 1e6).rounded()
    guard let whole = Int64(exactly: nanoseconds) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no time is that long")
    }
    wrappedValue = .nanoseconds(whole)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode((wrappedValue.inMilliseconds * 1e6).rounded() / 1e6)
  }
}

extension Lane: Codable {
  private enum CodingKeys: CodingKey { case label, arrival, departure, spans }

  /// Decodes times in milliseconds.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(String.self, forKey: .label),
      arrival: try container.decode(Milliseconds.self, forKey: .arrival).wrappedValue,
      spans: try container.decode([Span].self, forKey: .spans),
      departure: try container.decode(Milliseconds?.self, forKey: .departure)?.wrappedValue)
  }

  /// Encodes times in milliseconds.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(label, forKey: .label)
    try container.encode(Milliseconds(wrappedValue: arrival), forKey: .arrival)
    try container.encode(departure.map(Milliseconds.init(wrappedValue:)), forKey: .departure)
    try container.encode(spans, forKey: .spans)
  }
}
