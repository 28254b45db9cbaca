package import Console

/// The program that judges exercises, watches them, and helps with them: built on demand, so that the launcher is there sooner.
package enum WorkshopProgram {
  /// The name of the product.
  static let product = "workshop"

  /// Names it for a checkout.
  package static func program(in checkout: Checkout, builtIn folder: BuildFolder) -> ProgramOnDemand {
    ProgramOnDemand(
      product, of: ["Workbook"], doing: "building what judges the exercises", in: checkout, builtIn: folder)
  }
}
