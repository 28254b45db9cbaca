import Platform

/// A host and, behind a colon, a port, as in `Host` and in the address of a page (RFC 3986, sections 3.2.2 and 3.2.3).
enum Authority {
  /// Whether the text is a name, an IPv4 address, or an IPv6 address in brackets; without a user before it.
  ///
  /// - Parameter mayBeEmpty: `Host` is empty where an address has no host.
  static func isProper(_ text: Substring, mayBeEmpty: Bool = false, needsPort: Bool = false) -> Bool {
    guard let (host, port) = split(text) else { return false }
    if host.isEmpty { return mayBeEmpty && port == nil }
    if let port {
      guard port.utf8.allSatisfy(\.isDigit), port.isEmpty || UInt16(port) != nil else { return false }
    }
    if needsPort, port?.isEmpty ?? true { return false }
    return host.first == "[" ? isAddress(host.dropFirst().dropLast()) : isName(host)
  }

  /// The colons of an IPv6 address are not the one before a port.
  private static func split(_ text: Substring) -> (host: Substring, port: Substring?)? {
    var end = text.firstIndex(of: ":") ?? text.endIndex
    if text.first == "[" {
      guard let bracket = text.firstIndex(of: "]") else { return nil }
      end = text.index(after: bracket)
    }
    let rest = text[end...]
    guard rest.isEmpty || rest.first == ":" else { return nil }
    return (text[..<end], rest.isEmpty ? nil : rest.dropFirst())
  }

  /// What is in brackets: IPv6, or a form that is still to come (`v1.x`).
  private static func isAddress(_ text: Substring) -> Bool {
    guard text.first?.lowercased() == "v" else { return isIPv6Address(String(text)) }
    let parts = text.dropFirst().split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[0].utf8.allSatisfy { $0.hexadecimal != nil }
      && !parts[1].isEmpty && parts[1].utf8.allSatisfy { $0 == .colon || $0.isNameCharacter }
  }

  private static func isName(_ text: Substring) -> Bool {
    var rest = text.utf8
    while let byte = rest.popFirst() {
      guard byte == .percent else {
        guard byte.isNameCharacter else { return false }
        continue
      }
      guard rest.popFirst()?.hexadecimal != nil, rest.popFirst()?.hexadecimal != nil else { return false }
    }
    return true
  }
}

extension UInt8 {
  fileprivate static let percent: UInt8 = 37

  /// What stands for itself in a host's name: `unreserved` and `sub-delims`, but for the comma, which would make a list.
  fileprivate var isNameCharacter: Bool {
    if lowercased &- 97 < 26 || isDigit { return true }
    switch self {
    case 33, 36, 38...43, 45, 46, 59, 61, 95, 126: return true
    default: return false
    }
  }
}
