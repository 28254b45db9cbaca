/// One thing that the doctor looked at.
package struct Inspection: Sendable, Hashable, Codable {
  /// How it is.
  package enum Status: String, Sendable, Hashable, Codable {
    /// As it should be.
    case good
    /// The workbook runs without it, and something is left out or goes slower.
    case limited
    /// The workbook needs it.
    case missing
  }

  /// What was looked at, for example `open files`.
  package var name: String
  /// What was found.
  package var value: String
  /// How it is.
  package var status: Status
  /// What it is for.
  package var purpose: String
  /// What to do where it is not as it should be; otherwise `nil`.
  package var advice: String?

  package init(
    _ name: String, _ value: String, _ status: Status = .good, for purpose: String, advice: String? = nil
  ) {
    self.name = name
    self.value = value
    self.status = status
    self.purpose = purpose
    self.advice = advice
  }

  private enum CodingKeys: CodingKey { case name, value, status, purpose, advice }

  /// Encodes all keys, a missing advice as `null`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(value, forKey: .value)
    try container.encode(status, forKey: .status)
    try container.encode(purpose, forKey: .purpose)
    try container.encode(advice, forKey: .advice)
  }
}
