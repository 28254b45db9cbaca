import Console
import Foundation
import Platform

/// A program beside the launcher: built when it is called for, so that the launcher is there sooner, and started in the launcher's
/// place.
struct ProgramOnDemand {
  private let product: String
  private let activity: String
  private let build: ProductBuild
  private let canWrite: Bool
  /// The build folder, where that alone cannot be written.
  private let foreignFolder: String?

  init(_ program: CommandProgram, in checkout: Checkout, builtIn folder: BuildFolder) {
    let own = ([program.product] + program.modules).map { "Sources/\($0)" }
    let freshness = Freshness(of: program.product, from: own, in: checkout, builtIn: folder)
    self.init(program.product, freshness, doing: program.activity, in: checkout, builtIn: folder)
  }

  /// - Parameters:
  ///   - product: the product's name.
  ///   - freshness: what says whether the program is up to date.
  ///   - activity: what the reader is told while it is built, for example `building the games`.
  init(
    _ product: String, _ freshness: Freshness, doing activity: String, in checkout: Checkout,
    builtIn folder: BuildFolder
  ) {
    (self.product, self.activity) = (product, activity)
    build = ProductBuild(product, freshness, in: checkout, builtIn: folder)
    canWrite = folder.isWritable(in: checkout)
    foreignFolder = canWrite || !checkout.isWritable ? nil : (folder.scratch ?? checkout.url(".build")).path
  }

  /// Whether the program is up to date.
  var freshness: Freshness { build.freshness }

  /// Builds the program if it is not up to date.
  ///
  /// What the reader has to know is written to standard error: that it takes time (on a terminal), what the compiler has
  /// to say, or that an old program has to do.
  ///
  /// - Throws: a ``Console/Complaint`` where there is no program to run in the end.
  func prepare() throws(Complaint) {
    let plan = try LaunchPlan(
      LaunchPlan.Situation(
        program: product, isBuilt: freshness.isBuilt, isFresh: freshness.isFresh,
        hasSwift: build.swift != nil, canWrite: canWrite, foreignFolder: foreignFolder))
    switch plan {
    case .run(let warning):
      if let warning { StandardOutput.writeError("lessons: \(warning)\n") }
    case .build:
      try buildWithProgress()
    }
  }

  private func buildWithProgress() throws(Complaint) {
    let progress = ProgressLine()
    defer { progress.clear() }
    let outcome = try build.run { elapsed, remark in progress.show(activity, remark, elapsed: elapsed) }
    guard case .rejected(let output) = outcome else { return }
    progress.clear()
    let messages = BuildOutput.messages(output)
    StandardOutput.writeError(messages.isEmpty ? "" : messages + "\n\n")
    throw .unavailable(
      "\(product) does not build", advice: ["Mend what the compiler names above, and run it again."])
  }

  /// Becomes the program: from here on it has the terminal and all signals.
  ///
  /// - Parameter name: how the reader has called it.
  /// - Throws: a ``Console/Complaint`` if that fails; otherwise it does not return.
  func become(_ words: [String], calledAs name: String) throws(Complaint) -> Never {
    let file = freshness.binary.path
    do {
      try SystemProcess.become(file, [name] + words)
    } catch {
      throw .unavailable("\(file) does not start: \(error)", advice: ["Delete the file, and try again."])
    }
  }
}
