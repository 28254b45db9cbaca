#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Words in the form in which programs are given them.
package struct CStrings {
  /// Pointers to the words, and `nil` behind the last.
  package let pointers: [UnsafeMutablePointer<CChar>?]

  /// Copies words, until they are given back by ``free()``.
  package init(_ words: [String]) {
    pointers = words.map { strdup($0) } + [nil]
  }

  /// Gives the memory back.
  package func free() {
    for pointer in pointers {
      #if canImport(Darwin)
        Darwin.free(pointer)
      #else
        Glibc.free(pointer)
      #endif
    }
  }
}
