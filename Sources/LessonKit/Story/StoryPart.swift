import Console
package import Report

/// A part of a lesson's story: it says, runs and draws something, and returns what it found out. Its claims read that.
package protocol StoryPart {
  /// What the part finds out.
  associatedtype Evidence
  /// A name that is unique within the lesson.
  static var id: String { get }
  /// What the reader sees above the part.
  static var title: String { get }
  /// What the lecture says in this part, in its order.
  static var claims: [Claim<Evidence>] { get }
  /// What a reader is asked in this part, in its order.
  static var questions: [Question] { get }
  /// What the reader could try next, with a knob turned.
  static var whatIf: WhatIf? { get }

  /// Tells the part. In real time it may be called again, without a reader, if a claim fails.
  func tell(_ telling: Telling) throws -> Evidence
}

extension StoryPart {
  package static var questions: [Question] { [] }
  package static var whatIf: WhatIf? { nil }

  static func unjudged(lecture: String) -> [ClaimRecord] { claims.map { $0.unjudged(lecture: lecture) } }
}

extension StoryPart where Evidence == Void {
  package static var claims: [Claim<Void>] { [] }
}
