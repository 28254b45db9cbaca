package import Foundation

/// What a lesson's last run had to say of its claims: as much of its report as reading needs.
package struct LastReport: Sendable, Hashable, Decodable {
  /// `real` or `virtual`.
  package var time: String
  /// The claims with their verdicts.
  package var claims: [ClaimRecord]

  package init(time: String, claims: [ClaimRecord]) {
    self.time = time
    self.claims = claims
  }

  /// The report that the last run of a lesson has left; `nil` if there is none that can be read.
  package init?(of lesson: SyllabusEntry, in checkout: Checkout) {
    guard let text = try? String(contentsOf: Self.file(of: lesson, in: checkout), encoding: .utf8),
      let report = try? ReportJSON.read(Self.self, from: text)
    else { return nil }
    self = report
  }

  /// Where a lesson's run leaves its report.
  package static func file(of lesson: SyllabusEntry, in checkout: Checkout) -> URL {
    checkout.url(".lessons/reports/\(lesson.id).json")
  }

  /// Where a lesson's run keeps what the reader has answered.
  package static func answers(of lesson: SyllabusEntry, in checkout: Checkout) -> URL {
    checkout.url(".lessons/answers/\(lesson.id).json")
  }
}
