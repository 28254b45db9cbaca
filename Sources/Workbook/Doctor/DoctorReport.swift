/// What the doctor found, as other programs read it (`lessons doctor --json`), version 1.
public struct DoctorReport: Sendable, Hashable, Codable {
  /// The version of the format.
  public var version = 1
  /// The findings, in order of importance.
  public var findings: [Inspection]

  /// Creates a report.
  public init(findings: [Inspection]) {
    self.findings = findings
  }

  /// The report as JSON.
  public var json: String { JSONText.of(self) }
}
