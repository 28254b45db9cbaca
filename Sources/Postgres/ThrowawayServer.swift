import EventLoop
package import Foundation
import Platform
import Processes

/// A PostgreSQL server of its own: in a temporary folder, reached through a socket there, without a port. It and its folder are gone
/// when this object is, or this process, however that ends.
package final class ThrowawayServer: @unchecked Sendable {
  /// Where it is, as ``Connection/open(_:on:within:)`` reads it.
  package let info: String
  /// The server's folder.
  package let folder: URL
  private let shell: Process
  private let input = Pipe()

  /// Makes a database and starts a server on it; takes a second or two.
  ///
  /// - Parameter progress: is told what is going on.
  /// - Throws: ``PostgresError`` if there is no PostgreSQL here, or it does not start.
  package init(progress: (String) -> Void = { _ in }) throws(PostgresError) {
    let programs = try Self.programs()
    progress("making a database …")
    let owner = try Self.owner()
    folder = try Self.makeFolder(owner)
    info = "host=\(folder.path) user=workbook dbname=postgres"
    shell = Process()
    let command = ["/bin/sh", "-c", Self.script, "sh", programs, folder.path]
    let words = owner.map {
      ["/usr/bin/env", "setpriv", "--reuid=\($0.user)", "--regid=\($0.group)", "--clear-groups"] + command
    }
    shell.executableURL = URL(filePath: (words ?? command)[0])
    shell.arguments = Array((words ?? command).dropFirst())
    shell.currentDirectoryURL = folder
    shell.standardInput = input
    shell.standardOutput = FileHandle.nullDevice
    shell.standardError = FileHandle.nullDevice
    do { try shell.run() } catch {
      try? FileManager.default.removeItem(at: folder)
      throw .unavailable(
        "a shell for the database could not be started (\(error.localizedDescription))", advice: "")
    }
    try waitUntilItAnswers()
  }

  deinit { stop() }

  /// The folder of the programs that are needed.
  ///
  /// - Throws: ``PostgresError/unavailable(_:advice:)`` where one is missing.
  @discardableResult package static func programs() throws(PostgresError) -> String {
    _ = try LibPQ.found()
    if let folder = PostgresPrograms.folder { return folder }
    throw .unavailable(
      "there is no PostgreSQL server on this machine",
      advice:
        "Install it (apt install postgresql, dnf install postgresql-server, brew install postgresql), or name one "
        + "that runs: --database URL.")
  }

  /// Stops the server and removes its folder.
  package func stop() {
    try? input.fileHandleForWriting.close()
    shell.waitUntilExit()
  }

  /// Where the shell's input ends, because it was closed or because this process is gone, the server is stopped;
  /// after two seconds it does not wait any longer for a session that stands still.
  private static let script = """
    trap '' INT TERM HUP
    "$1/initdb" -D "$2/data" -U workbook -A trust --no-sync --encoding=UTF8 --locale=C >"$2/log" 2>&1 || exit 1
    "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c max_connections=200 -c log_min_messages=panic \
      >>"$2/log" 2>&1 </dev/null &
    server=$!
    cat >/dev/null
    kill -INT $server 2>/dev/null
    kill -CONT $server 2>/dev/null
    tries=0
    while kill -0 $server 2>/dev/null; do
      tries=$((tries + 1))
      [ $tries = 100 ] && kill -QUIT $server
      sleep 0.02
    done
    cd /
    rm -rf "$2"
    """

  private func waitUntilItAnswers() throws(PostgresError) {
    let loop = EventLoop(time: .real())
    let deadline = loop.clock.now.advanced(by: .seconds(60))
    while shell.isRunning, loop.clock.now < deadline {
      do throws(PostgresError) {
        let connection = try Connection.open(info, on: loop, within: .seconds(2))
        _ = try connection.query("select 1", within: .seconds(10))
        return
      } catch {
        loop.block(for: .milliseconds(20))
      }
    }
    let log = (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? ""
    let last = log.split(separator: "\n").last.map(String.init) ?? "it said nothing"
    stop()
    try? FileManager.default.removeItem(at: folder)
    throw .unavailable(
      "the database did not start: \(last)", advice: "Name a server that runs: --database URL.")
  }

  // MARK: Who owns it

  private struct Owner {
    var user: Int
    var group: Int
  }

  /// PostgreSQL does not run as the superuser; then it is another user's. `nil` for this process's own.
  private static func owner() throws(PostgresError) -> Owner? {
    guard getuid() == 0 else { return nil }
    for name in ["postgres", "nobody"] {
      if let entry = getpwnam(name) {
        return Owner(user: Int(entry.pointee.pw_uid), group: Int(entry.pointee.pw_gid))
      }
    }
    throw .unavailable(
      "PostgreSQL does not run as the superuser, and there is no user 'nobody'",
      advice: "Run the lesson as another user.")
  }

  /// A folder with a short name: the path of a socket has about a hundred characters at most.
  private static func makeFolder(_ owner: Owner?) throws(PostgresError) -> URL {
    for base in ["/tmp", FileManager.default.temporaryDirectory.path] {
      let folder = URL(filePath: base).appending(
        path: "workbook-db-\(getpid())-\(UInt32.random(in: 0...UInt32.max))")
      var attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
      if let owner {
        (attributes[.ownerAccountID], attributes[.groupOwnerAccountID]) = (owner.user, owner.group)
      }
      let made: Void? = try? FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: attributes)
      if made != nil { return folder }
    }
    throw .unavailable(
      "there is no folder for temporary files that may be written to", advice: "Set TMPDIR to one.")
  }
}
