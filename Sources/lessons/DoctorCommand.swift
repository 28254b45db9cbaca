import Console
import Platform
import Workbook

extension Command {
  /// Looks at the machine.
  static let doctor = Command(
    name: "doctor",
    summary: "tells what this machine has and what is missing",
    options: [Arguments.Option("json", help: "Print the findings as JSON, and nothing else.")]
      + Terminal.options,
    notes: ["Exit status: 0 if all that is needed is there, 69 if not."],
    action: .reading { arguments throws(Complaint) in
      try arguments.noOperands(of: "doctor")
      let terminal = try Terminal(arguments)
      let findings = try Doctor.findings(checkout: try? Surroundings.checkout(), terminal: terminal)
      if arguments.has("json") {
        StandardOutput.write(DoctorReport(findings: findings).json + "\n")
      } else {
        let text = DoctorText(findings, style: terminal.style)
        StandardOutput.write(text.lines.map { $0 + "\n" }.joined())
      }
      return findings.contains { $0.status == .missing } ? .unavailable : .done
    })
}
