import Console
import Foundation
import Platform
import Processes

/// Why a build failed although the sources are not to blame: it says nothing about anybody's code.
enum BuildTrouble: Sendable, Hashable {
  /// The folder was moved or copied together with what was built in it.
  case moved
  /// There is no room on the disk.
  case diskFull
  /// The system ended the compiler, or gave it no more memory.
  case outOfMemory
  /// Something may not be written; what, if it is known.
  case denied(String?)
  /// There is no folder for temporary files.
  case noTemporaryFolder
  /// The package manager itself was ended by a signal, or does not run.
  case broken(String)
  /// The system allows no further process, thread or open file.
  case limit(String)
  /// It said nothing for so long that it was ended.
  case silent(Duration)

  /// Finds the trouble in what a build printed and in how it ended; `nil` where the compiler has something against the sources.
  init?(_ outcome: ChildProcess.Outcome) {
    let lines = Self.aboutNoSource(outcome.output + "\n" + outcome.errors)
    func line(with words: [String]) -> String? {
      lines.first { line in words.contains { line.range(of: $0, options: .caseInsensitive) != nil } }
    }
    if line(with: ["was compiled with module cache path"]) != nil {
      self = .moved
    } else if line(with: Self.full) != nil {
      self = .diskFull
    } else if line(with: Self.memory) != nil || outcome.end == .signalled(SIGKILL) {
      self = .outOfMemory
    } else if line(with: ["couldNotFindTmpDir", "unable to create temporary", "unable to make temporary"])
      != nil
    {
      self = .noTemporaryFolder
    } else if let line = line(with: Self.forbidden) {
      self = .denied(line.firstMatch(of: /\/[^\s"':;,]+/).map { String($0.0) })
    } else if let line = line(with: ["Resource temporarily unavailable", "Too many open files"]) {
      self = .limit(line.trimmed)
    } else if case .signalled(let signal) = outcome.end {
      self = .broken("was ended by signal \(signal)")
    } else if outcome.end == .exited(126) || outcome.end == .exited(127) {
      self = .broken("does not run: " + (lines.last { !$0.trimmed.isEmpty } ?? "it says nothing").trimmed)
    } else {
      return nil
    }
  }

  /// Why the package manager could not be started.
  init(_ error: SystemError) {
    let isLimit = [EAGAIN, ENOMEM, EMFILE, ENFILE].contains(error.code)
    self = isLimit ? .limit("\(error)") : .broken("cannot be started: \(error)")
  }

  private static let full = [
    "No space left on device", "I/O error (code: 28)", "Disk quota exceeded", "disk is full",
  ]
  private static let memory = [
    "failed due to signal 9", "bad_alloc", "out of memory", "Cannot allocate memory",
  ]
  private static let forbidden = [
    "Permission denied", "readonly database", "invalid access to", "have permission to",
    "Operation not permitted", "Read-only file system",
  ]

  /// The lines that are about no line of a source: what stands in those may be anything.
  private static func aboutNoSource(_ output: String) -> [String] {
    output.split(whereSeparator: \.isNewline).map(String.init).filter { line in
      !line.starts(with: #/\S.*:[1-9]\d*:\d+: |\s*\d* ?\|/#)
    }
  }

  /// What the reader is told.
  func complaint(_ product: String, in checkout: Checkout, _ folder: BuildFolder) -> Complaint {
    let name = product.hasPrefix("exercise-") ? String(product.dropFirst("exercise-".count)) : product
    let (message, advice) = told(checkout, folder)
    return .unavailable(
      "\(name) cannot be built: \(message)",
      advice: ["It is not your code's fault, and what you have passed stays passed."] + advice)
  }

  private func told(_ checkout: Checkout, _ folder: BuildFolder) -> (String, [String]) {
    let build = (folder.scratch ?? checkout.url(".build")).path
    switch self {
    case .moved:
      return (
        "the workbook's folder was moved, and what was built in it remembers the old place",
        ["'rm -rf \(build)' throws it away; the next start builds it anew."]
      )
    case .diskFull:
      return (
        "the disk is full",
        ["'df -h \(checkout.root.path)' shows how full. A build needs about 1 GB in \(build)."]
      )
    case .outOfMemory:
      return (
        "the compiler got no more memory, or the system ended it",
        [
          "Close what else needs memory, and try again; 2 GB are enough.",
          "If it happens with one exercise alone, an expression there may be too much for the compiler: write it in several.",
        ]
      )
    case .denied(let path):
      return Self.toldOfDenial(path, build, checkout)
    case .noTemporaryFolder:
      let place = ProcessInfo.processInfo.environment["TMPDIR"]
      return (
        "there is no folder for temporary files" + (place.map { ": TMPDIR is \($0)" } ?? ""),
        [place.map { "'unset TMPDIR' takes the usual one, 'mkdir -p \($0)' makes this one." } ?? "Make /tmp."]
      )
    case .broken(let how):
      return (
        "'swift build' \(how)",
        ["See whether 'swift --version' answers; if not, install Swift anew from https://swift.org/install."]
      )
    case .limit(let words):
      return (
        "the system allows no further process, thread or open file",
        [
          "It says: \(words)",
          "'ulimit -u' and 'ulimit -n' tell how many there may be. End other programs of yours, or raise the limits.",
        ]
      )
    case .silent(let time):
      return (
        "'swift build' said nothing for \(time.components.seconds) s, and was ended",
        [
          "Try again. If it happens again, 'swift build' in the checkout shows what it waits for;",
          "often that is another program that builds in this folder, such as an editor.",
        ]
      )
    }
  }

  private static func toldOfDenial(_ path: String?, _ build: String, _ checkout: Checkout) -> (
    String, [String]
  ) {
    guard checkout.isWritable || FileManager.default.isWritableFile(atPath: build) else {
      return ("the checkout is read-only", ["Copy the checkout to where you may write, and work there."])
    }
    let owned = [path, build].compactMap(\.self).first { owner(of: $0) != nil }
    guard let owned, let owner = owner(of: owned) else {
      return (
        "\(path ?? build) may not be written",
        ["'sudo chown -R \"$(id -un)\" \(build)' makes it yours; so does building in a fresh clone."]
      )
    }
    return (
      "\(owned) belongs to \(owner), and you may not write it",
      owned.hasPrefix(build)
        ? [
          "It was built here with other rights, with 'sudo' perhaps.",
          "'sudo chown -R \"$(id -un)\" \(build)' makes it yours.",
        ] : ["'sudo rm \(owned)' takes it away, if it is a '.lock' that a build of that user has left."]
    )
  }

  /// The user that a file belongs to, if that is another.
  private static func owner(of path: String) -> String? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let number = attributes?[.ownerAccountID] as? NSNumber, number.uint32Value != getuid() else {
      return nil
    }
    return attributes?[.ownerAccountName] as? String ?? "user \(number)"
  }
}
