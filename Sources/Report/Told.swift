package import Console
package import Figures

/// One thing that a part of a story tells: in the JSON an object with one key, which says what it is.
package enum Told: Codable, Hashable, Sendable {
  /// A paragraph.
  case say(String)
  /// The claim of that id, with its verdict.
  case claim(String)
  /// A question that the reader answers before seeing what happens.
  case ask(Question)
  case figure(Figure)

  package struct Question: Codable, Hashable, Sendable {
    package var question: String
    /// What came out; `nil` where that was not measured.
    @Nullable package var answer: Double?
    /// The answer's unit; empty for a plain number.
    package var unit: String
    /// What a reader can choose from as the reason; none where only the number is asked for.
    package var reasons: [Reason]

    package init(_ question: String, answer: Double?, unit: String = "", reasons: [Reason] = []) {
      self.question = question
      self.answer = answer
      self.unit = unit
      self.reasons = reasons
    }
  }

  /// A reason that a reader can choose, and what is said to that.
  package struct Reason: Codable, Hashable, Sendable {
    package var text: String
    package var reply: String
    package var isRight: Bool

    package init(_ text: String, reply: String, isRight: Bool = false) {
      self.text = text
      self.reply = reply
      self.isRight = isRight
    }

    private enum CodingKeys: String, CodingKey {
      case text, reply
      case isRight = "right"
    }
  }

  package var picture: Figure? {
    if case .figure(let figure) = self { figure } else { nil }
  }

  private enum CodingKeys: CodingKey { case say, claim, ask, figure }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch container.allKeys.first {
    case .say: self = .say(try container.decode(String.self, forKey: .say))
    case .claim: self = .claim(try container.decode(String.self, forKey: .claim))
    case .ask: self = .ask(try container.decode(Question.self, forKey: .ask))
    case .figure: self = .figure(try container.decode(Figure.self, forKey: .figure))
    case nil:
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "this tells nothing that is known"))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .say(let text): try container.encode(text, forKey: .say)
    case .claim(let id): try container.encode(id, forKey: .claim)
    case .ask(let question): try container.encode(question, forKey: .ask)
    case .figure(let figure): try container.encode(figure, forKey: .figure)
    }
  }
}
