package import Foundation

extension JSONEncoder {
  /// Writes JSON that people read, with its keys in the order of the alphabet and words for numbers that are not finite.
  package static func readable() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "not a number")
    return encoder
  }
}

extension Report {
  /// Why a report cannot be read; the description ends the sentence "the report …".
  package enum Unreadable: Error, Hashable, CustomStringConvertible {
    /// It is of another version than this code reads.
    case version(Int)
    /// It is no report; says where, and what is wrong there.
    case damaged(String)

    package var description: String {
      switch self {
      case .version(let version):
        "is of version \(version), and this program reads version \(Report.currentVersion)"
      case .damaged(let reason): "cannot be read: \(reason)"
      }
    }
  }

  package var json: String {
    get throws {
      let encoder = JSONEncoder.readable()
      encoder.dateEncodingStrategy = .iso8601
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// Reads a report as ``json`` wrote it.
  package init(json: String) throws(Unreadable) {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "not a number")
    let bytes = Data(json.utf8)
    do {
      let version = try decoder.decode(Version.self, from: bytes).version
      guard version == Self.currentVersion else { throw Unreadable.version(version) }
      self = try decoder.decode(Report.self, from: bytes)
    } catch let error as Unreadable {
      throw error
    } catch {
      throw .damaged(Self.reason(error))
    }
  }

  /// All that every version has.
  private struct Version: Decodable { var version: Int }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): "\(place(context))has no '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      place(context) + context.debugDescription
    default: "\(error)"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
    return path.isEmpty ? "" : "\(path.joined(separator: "/")): "
  }
}
