import Foundation

/// A call to the operating system that failed.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The call, as the manual names it, for example `accept`.
  package var call: String
  /// The system's number for what went wrong, for example `EMFILE`.
  package var code: Int32

  package init(_ call: String, code: Int32) {
    self.call = call
    self.code = code
  }

  /// The error of the call that has just failed on this thread.
  package static func last(_ call: String) -> SystemError { SystemError(call, code: errno) }

  /// The call, and what went wrong in the system's own words.
  package var description: String {
    var text = [CChar](repeating: 0, count: 256)
    strerror_r(code, &text, text.count)
    let words = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return "\(call): \(words) (error \(code))"
  }
}
