import Foundation

/// Whether the program carries instruments of the compiler that cost time and memory of their own.
package enum Instrumentation {
  /// Whether the Thread or the Address Sanitizer watches this process: memory, addresses and switches then cost a multiple.
  package static let hasSanitizer = hasThreadSanitizer || has("__asan_init")
  /// Whether the Thread Sanitizer does, which has a thread of its own.
  package static let hasThreadSanitizer = has("__tsan_init")

  private static func has(_ function: String) -> Bool {
    guard let program = dlopen(nil, RTLD_NOW) else { return false }
    defer { dlclose(program) }
    return dlsym(program, function) != nil
  }
}
