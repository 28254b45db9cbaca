package import Console

/// The program of the games.
package enum PlayProgram {
  /// All that `lessons play` may be told.
  package static let options = GameChoice.options + Terminal.options

  /// Names it for a checkout.
  package static func program(in checkout: Checkout, builtIn folder: BuildFolder) -> ProgramOnDemand {
    ProgramOnDemand("play", of: ["Workbook"], doing: "building the games", in: checkout, builtIn: folder)
  }
}
