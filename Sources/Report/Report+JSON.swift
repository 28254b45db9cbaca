package import Console

extension Report {
  package var json: String {
    get throws { try ReportJSON.text(of: self) }
  }

  /// Reads a report as ``json`` wrote it.
  package init(json: String) throws(ReportJSON.Unreadable) {
    self = try ReportJSON.read(Report.self, from: json)
  }
}
