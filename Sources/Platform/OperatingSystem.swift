/// The system that the program was built for.
package enum OperatingSystem {
  /// Its name, for example `Linux`.
  package static var name: String {
    #if os(macOS)
      "macOS"
    #elseif os(Linux)
      "Linux"
    #else
      "unknown"
    #endif
  }
}
