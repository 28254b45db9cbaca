package import Console
import Foundation
import Platform
import Processes

/// Builds one program of the workbook, where that is needed, and never takes an older one for the newest.
package struct ProductBuild {
  /// What came of it.
  package enum Outcome: Sendable, Hashable {
    /// The program is up to date.
    case ready
    /// The build failed, and printed this.
    case rejected(String)
  }

  /// The product's name in Package.swift, which is also the program's.
  package let product: String
  /// Whether the program is up to date.
  package let freshness: Freshness
  /// The module whose sources change from one build to the next; `nil` where that is not known.
  var module: String?
  /// How long a build may say nothing: until the reader is told, and until it is ended. The longest step of the first build, on a
  /// machine ten times slower than most, takes less.
  var patience = (remark: Duration.seconds(20), end: Duration.seconds(300))
  /// The package manager's file, or `nil` where there is none on the path; tests put another in its place.
  package var swift = Programs.find("swift")
  private let checkout: Checkout
  private let folder: BuildFolder

  init(_ product: String, _ freshness: Freshness, in checkout: Checkout, builtIn folder: BuildFolder) {
    self.product = product
    self.freshness = freshness
    self.checkout = checkout
    self.folder = folder
  }

  /// Builds the program unless it is up to date.
  ///
  /// - Parameter watch: called about ten times a second while it builds, with the time since it began and what keeps it from
  ///   getting on, as far as that can be told.
  /// - Throws: a ``Console/Complaint`` where nothing can be built and the sources are not the reason, or an interruption.
  package func run(watch: (_ elapsed: Duration, _ remark: String?) -> Void) throws(Complaint) -> Outcome {
    var hasForgotten = false
    // An edit that was made while the compiler ran may have come too late for it, or have made it give up.
    for attempt in 1...3 where !freshness.isFresh {
      let sources = freshness.sources
      forgetCompilerRecord(ifMadeInTheSecondOf: sources)
      var outcome = try build(watch)
      if BuildTrouble(outcome) == .moved, !hasForgotten {
        hasForgotten = true
        forgetModuleCache()
        outcome = try build(watch)
      }
      if outcome.isSuccess {
        freshness.setStamp(sources)
      } else if let trouble = BuildTrouble(outcome) {
        throw trouble.complaint(product, in: checkout, folder)
      } else if attempt == 3 || freshness.sources == sources {
        return .rejected(outcome.output + outcome.errors)
      }
    }
    return .ready
  }

  /// Lets the compiler look at all files of the module again, if one was changed within the second of the last build or before.
  ///
  /// The compiler's record of what it has compiled (Swift 6.3) tells times apart by the second: a file that is saved again within
  /// the second in which it was compiled counts as compiled.
  private func forgetCompilerRecord(ifMadeInTheSecondOf sources: Freshness.Sources) {
    let second: Int64 = 1_000_000_000
    guard let module, let built = FileStatus(freshness.binary.path)?.changed,
      sources.newest / second <= built / second
    else { return }
    let record = folder.products.appendingPathComponent("\(module).build/primary.priors")
    try? FileManager.default.removeItem(at: record)
  }

  /// What the compiler has made of the modules of the system knows the folder that it was made in.
  private func forgetModuleCache() {
    try? FileManager.default.removeItem(at: folder.products.appendingPathComponent("ModuleCache"))
  }

  private func build(
    _ watch: (_ elapsed: Duration, _ remark: String?) -> Void
  ) throws(Complaint) -> ChildProcess.Outcome {
    guard let swift else {
      throw .unavailable(
        "\(product) has to be built, and there is no 'swift' on the path",
        advice: [
          "Install Swift 6.2 or later from https://swift.org/install, and see that 'swift --version' answers.",
          "'lessons doctor' tells what else is missing.",
        ])
    }
    let command = ["build", "--package-path", checkout.root.path, "--product", product] + folder.options
    var (heard, other) = (Duration.zero, nil as String?)
    var isGivenUp = false
    let outcome = try Program(swift, command).runUnlessInterrupted(isGivenUp: { isGivenUp }) { elapsed, new in
      if !new.isEmpty { (heard, other) = (elapsed, BuildOutput.otherBuild(new)) }
      let silence = elapsed - heard
      isGivenUp = silence >= patience.end
      if let other {
        watch(elapsed, "waiting for \(other) in this checkout")
      } else if silence >= patience.remark {
        watch(
          elapsed,
          "'swift build' has said nothing for \(silence.components.seconds) s; after \(patience.end.components.seconds) s it is ended"
        )
      } else {
        watch(elapsed, nil)
      }
    }
    if isGivenUp { throw BuildTrouble.silent(patience.end).complaint(product, in: checkout, folder) }
    switch outcome {
    case .success(let outcome): return outcome
    case .failure(let error): throw BuildTrouble(error).complaint(product, in: checkout, folder)
    }
  }
}
