package import Console
package import Foundation

/// Where the package manager puts what it builds, and how the launcher itself was built.
package struct BuildFolder: Sendable, Hashable {
  /// How a product is built.
  package enum Configuration: String, Sendable, Hashable {
    /// Quick to build.
    case debug
    /// Optimized.
    case release
  }

  /// The folder of the products, for example `.build/debug`.
  package let products: URL
  /// The configuration that belongs to it.
  package let configuration: Configuration
  /// The folder that has to be named to the package manager, where it is not the usual one.
  package let scratch: URL?

  /// Takes the launcher's own build folder, or, where the launcher belongs to no build of this checkout, the usual one.
  ///
  /// - Parameters:
  ///   - checkout: whose lessons are to be built.
  ///   - executable: the launcher's file.
  package init(_ checkout: Checkout, executable: URL?) {
    let usual = checkout.url(".build")
    let own = executable?.resolvingSymlinksInPath().deletingLastPathComponent()
    let name = own?.lastPathComponent.lowercased() ?? ""
    configuration = Configuration(rawValue: name) ?? .debug
    // <scratch>/<triple>/<configuration>/lessons; a launcher of another checkout builds here all the same.
    let home = own.map { Checkout.around($0) }
    guard let own, Configuration(rawValue: name) != nil,
      home == .some(nil) || home == .some(checkout.resolved)
    else {
      products = usual.appendingPathComponent(configuration.rawValue)
      scratch = nil
      return
    }
    products = own
    let folder = own.deletingLastPathComponent().deletingLastPathComponent()
    scratch = folder.path == usual.resolvingSymlinksInPath().path ? nil : folder
  }

  /// Whether something can be built here for a checkout.
  func isWritable(in checkout: Checkout) -> Bool {
    for place in [products, scratch ?? checkout.url(".build")]
    where FileManager.default.fileExists(atPath: place.path) {
      return FileManager.default.isWritableFile(atPath: place.path)
    }
    return scratch != nil || checkout.isWritable
  }

  /// What the package manager has to be told for a build to end up here.
  var options: [String] {
    (configuration == .release ? ["-c", "release"] : [])
      + (scratch.map { ["--scratch-path", $0.path] } ?? [])
  }
}

extension Checkout {
  /// The same checkout without symbolic links in its path.
  var resolved: Checkout { Checkout(root: root.resolvingSymlinksInPath().standardizedFileURL) }
}
