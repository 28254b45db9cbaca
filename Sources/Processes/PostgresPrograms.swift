import Foundation

/// Where PostgreSQL's programs are.
package enum PostgresPrograms {
  /// A folder with `initdb` and `postgres` in it; `nil` if there is none.
  package static var folder: String? {
    places.first { folder in
      ["initdb", "postgres"].allSatisfy { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
    }
  }

  private static var places: [String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    // Debian and Fedora have a folder for each version, Homebrew one for each formula.
    let versions = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"].flatMap { base in
      ((try? FileManager.default.contentsOfDirectory(atPath: base)) ?? [])
        .filter { base.hasSuffix("postgresql") || $0.hasPrefix("postgresql") }
        .sorted { $0.compare($1, options: .numeric) == .orderedDescending }.map { "\(base)/\($0)/bin" }
    }
    return folders(asking: "--bindir") + path.split(separator: ":").map(String.init) + versions
      + ["/usr/pgsql/bin", "/Applications/Postgres.app/Contents/Versions/latest/bin"]
  }

  /// What `pg_config` says; nothing where there is none.
  package static func folders(asking question: String) -> [String] {
    guard
      let outcome = try? Program("/usr/bin/env", ["pg_config", question], timeLimit: .seconds(5)).run(),
      outcome.isSuccess
    else { return [] }
    return [outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)]
  }
}
