import Foundation

/// Whether the program carries instruments of the compiler that cost time and memory of their own.
package enum Instrumentation {
  /// Whether the Thread Sanitizer watches this process: memory and switches then cost a multiple, and it has a thread of its own.
  package static let hasThreadSanitizer: Bool = {
    guard let program = dlopen(nil, RTLD_NOW) else { return false }
    defer { dlclose(program) }
    return dlsym(program, "__tsan_init") != nil
  }()
}
