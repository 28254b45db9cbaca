import Foundation

/// The cores that this process may use, which may be fewer than the chip has, and how that is known.
package struct AvailableCores: Sendable, Hashable {
  /// How many cores' worth of computing one can count on; at least 1.
  package var count: Int
  /// The operating system's numbers of the cores that threads may run on. With a quota there may be more than ``count``.
  package var numbers: [Int]
  /// How the number is known, as a sentence without its full stop.
  package var explanation: String

  package init(count: Int, numbers: [Int], explanation: String) {
    self.count = count
    self.numbers = numbers
    self.explanation = explanation
  }

  /// What this process may use at this moment.
  package static var current: AvailableCores { read(root: URL(fileURLWithPath: "/")) }

  /// The first of these cores, at most as many as given.
  package func limited(to most: Int, because reason: String) -> AvailableCores {
    guard most < count else { return self }
    return AvailableCores(count: most, numbers: Array(numbers.prefix(most)), explanation: reason)
  }

  /// Reads what Linux says in its files below a root; elsewhere, what Foundation says.
  static func read(root: URL) -> AvailableCores {
    let status = SystemFile.text(root.appending(path: "proc/self/status").path)
    guard let allowed = affinity(inStatus: status) else {
      let count = max(1, ProcessInfo.processInfo.activeProcessorCount)
      return AvailableCores(
        count: count, numbers: Array(0..<count), explanation: "the operating system reports \(cores(count))")
    }
    guard let quota = ControlGroups(root: root).cores, quota < Double(allowed.count) else {
      return AvailableCores(
        count: allowed.count, numbers: allowed,
        explanation: "affinity allows \(cores(allowed.count)), and no quota limits that further"
      )
    }
    let count = max(1, Int(quota))
    let exact = String((quota * 100).rounded() / 100)
    return AvailableCores(
      count: count, numbers: allowed,
      explanation:
        "affinity allows \(cores(allowed.count)), but a quota of the container only the time of "
        + "\(exact)")
  }

  /// Reads the list of cores that a thread may run on from `/proc/…/status`, for example `0-3,8`.
  static func affinity(inStatus status: String) -> [Int]? {
    let key = "Cpus_allowed_list:"
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(key) }) else { return nil }
    var numbers: [Int] = []
    for range in line.dropFirst(key.count).split(separator: ",") {
      let ends = range.split(separator: "-").map { Int($0.trimmingCharacters(in: .whitespaces)) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else { return nil }
      numbers += first...last
    }
    return numbers.isEmpty ? nil : numbers
  }

  private static func cores(_ count: Int) -> String { count == 1 ? "1 core" : "\(count) cores" }
}
