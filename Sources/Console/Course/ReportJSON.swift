import Foundation

/// The form in which a lesson writes its report down, version 2: read whole, or only what a program needs of it.
package enum ReportJSON {
  /// The version that this code writes and reads.
  package static let currentVersion = 2

  /// Why a report cannot be read; the description ends the sentence "the report …".
  package enum Unreadable: Error, Hashable, CustomStringConvertible {
    /// It is of another version than this code reads.
    case version(Int)
    /// It is no report; says where, and what is wrong there.
    case damaged(String)

    package var description: String {
      switch self {
      case .version(let version):
        "is of version \(version), and this program reads version \(currentVersion)"
      case .damaged(let reason): "cannot be read: \(reason)"
      }
    }
  }

  package static func text(of report: some Encodable) throws -> String {
    let encoder = JSONEncoder.readable()
    encoder.dateEncodingStrategy = .iso8601
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }

  /// Reads a report as ``text(of:)`` wrote it, or the part of it that a type names.
  package static func read<Part: Decodable>(
    _ part: Part.Type, from text: String
  ) throws(Unreadable) -> Part {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "not a number")
    let bytes = Data(text.utf8)
    do {
      let version = try decoder.decode(Version.self, from: bytes).version
      guard version == currentVersion else { throw Unreadable.version(version) }
      return try decoder.decode(part, from: bytes)
    } catch let error as Unreadable {
      throw error
    } catch {
      throw .damaged(reason(error))
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
