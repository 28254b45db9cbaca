extension UInt8 {
  static let tab: UInt8 = 9
  static let lineFeed: UInt8 = 10
  static let carriageReturn: UInt8 = 13
  static let space: UInt8 = 32
  static let dot: UInt8 = 46
  static let slash: UInt8 = 47
  static let zero: UInt8 = 48
  static let one: UInt8 = 49
  static let colon: UInt8 = 58
  static let semicolon: UInt8 = 59

  var isDigit: Bool { self &- 48 < 10 }
  var isBlank: Bool { self == .space || self == .tab }

  /// The value of a hexadecimal digit.
  var hexadecimal: Int? {
    switch self {
    case 48...57: Int(self) - 48
    case 65...70: Int(self) - 55
    case 97...102: Int(self) - 87
    default: nil
    }
  }

  /// What names and methods are made of (RFC 9110, section 5.6.2).
  var isTokenCharacter: Bool {
    if lowercased &- 97 < 26 || isDigit { return true }
    switch self {
    case 33, 35...39, 42, 43, 45, 46, 94...96, 124, 126: return true
    default: return false
    }
  }

  /// The lower case of an ASCII letter; every other byte as it is.
  var lowercased: UInt8 { self &- 65 < 26 ? self | 0x20 : self }

  /// Whether this is a control character, which ends a line or worse.
  var isControl: Bool { self < 32 || self == 127 }
}
