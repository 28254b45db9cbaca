import Console

/// What the doctor found, as other programs read it (`lessons doctor --json`), version 1.
package struct DoctorReport: Sendable, Hashable, Codable {
  /// The version of the format.
  package var version = 1
  /// The findings, in order of importance.
  package var findings: [Inspection]

  package init(findings: [Inspection]) {
    self.findings = findings
  }

  /// The report as JSON.
  package var json: String { JSONText.of(self) }
}
