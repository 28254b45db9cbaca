import Foundation

/// A library of functions in C that is looked for while the program runs, and need not be there.
package struct SharedLibrary: @unchecked Sendable {
  // Never closed: its functions are called until the program ends.
  private let handle: UnsafeMutableRawPointer

  /// Opens a library; `nil` if there is none of this name that the system can use.
  ///
  /// - Parameter name: a path, or a file name that the system looks for.
  package init?(_ name: String) {
    guard let handle = dlopen(name, RTLD_NOW) else { return nil }
    self.handle = handle
  }

  /// A function by its name, with the type that the library's manual gives it; `nil` if the library has none of that name.
  package func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    dlsym(handle, name).map { unsafeBitCast($0, to: type) }
  }
}
