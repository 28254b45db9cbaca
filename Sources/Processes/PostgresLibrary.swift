import Foundation
package import Platform

/// Where PostgreSQL's client library is, libpq.
package enum PostgresLibrary {
  /// What the variable `LIBPQ` names; then nothing else is looked at. `nil` if it is not set.
  package static var named: String? {
    ProcessInfo.processInfo.environment["LIBPQ"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The libraries that are there, the likeliest first; each is opened when it is asked for.
  package static var found: some Sequence<SharedLibrary> { places.lazy.compactMap { SharedLibrary($0) } }

  /// The version of the one that is there; `nil` if there is none.
  package static var version: String? {
    typealias Version = @convention(c) () -> Int32
    for library in found {
      guard let number = library.function("PQlibVersion", as: Version.self)?() else { continue }
      // 150004 is 15.4, and 90624 is 9.6.24.
      return number >= 100_000
        ? "\(number / 10_000).\(number % 10_000)"
        : "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }
    return nil
  }

  /// What the system finds by itself, and where packages put it.
  private static var places: [String] {
    if let named { return [named] }
    return [
      "libpq.so.5", "libpq.5.dylib", "libpq.dylib",
      "/opt/homebrew/opt/libpq/lib/libpq.dylib", "/usr/local/opt/libpq/lib/libpq.dylib",
      "/Applications/Postgres.app/Contents/Versions/latest/lib/libpq.dylib", "/usr/lib64/libpq.so.5",
    ] + PostgresPrograms.folders(asking: "--libdir").flatMap { ["\($0)/libpq.so.5", "\($0)/libpq.dylib"] }
  }
}
