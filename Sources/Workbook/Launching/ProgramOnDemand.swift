import Foundation
import Platform
package import Report

/// A program beside the launcher: built when it is called for, so that the launcher is there sooner, and started in the launcher's
/// place.
package struct ProgramOnDemand {
  private let product: String
  private let activity: String
  private let build: ProductBuild

  /// - Parameters:
  ///   - product: its name, which is also that of its folder in `Sources`.
  ///   - modules: what it is built from besides, as far as lessons are not.
  ///   - activity: what the reader is told while it is built, for example `building the games`.
  init(
    _ product: String, of modules: [String], doing activity: String, in checkout: Checkout,
    builtIn folder: BuildFolder
  ) {
    (self.product, self.activity) = (product, activity)
    let own = ([product] + modules).map { "Sources/\($0)" }
    let freshness = Freshness(of: product, from: own, in: checkout, builtIn: folder)
    build = ProductBuild(product, freshness, in: checkout, builtIn: folder)
  }

  /// Builds the program if it is not up to date.
  ///
  /// - Throws: a ``Report/Complaint`` where there is no program to run in the end.
  package func prepare() throws(Complaint) {
    let progress = ProgressLine()
    defer { progress.clear() }
    let outcome = try build.run { elapsed, remark in progress.show(activity, remark, elapsed: elapsed) }
    guard case .rejected(let output) = outcome else { return }
    progress.clear()
    let messages = BuildOutput.messages(output)
    StandardOutput.writeError(messages.isEmpty ? "" : messages + "\n\n")
    throw .unavailable(
      "the program '\(product)' does not build", advice: ["Mend what the compiler names above."])
  }

  /// Becomes the program: from here on it has the terminal and all signals.
  ///
  /// - Throws: a ``Report/Complaint`` if that fails; otherwise it does not return.
  package func become(_ words: [String]) throws(Complaint) -> Never {
    let file = build.freshness.binary.path
    do {
      try SystemProcess.become(file, [product] + words)
    } catch {
      throw .unavailable("\(file) does not start: \(error)", advice: ["Delete the file, and try again."])
    }
  }
}
