import Foundation
import Platform

/// What the machine has, and what the system lets this process have of it.
enum MachineFindings {
  static func all() -> [Inspection] { [cores, memory, openFiles, threads] }

  private static var cores: Inspection {
    let process = ProcessInfo.processInfo
    let allowed = AvailableCores.current.numbers.count
    let quota = ControlGroups().cores
    var value = "\(process.processorCount)"
    if allowed < process.processorCount { value += ", \(allowed) of them for this process" }
    if let quota { value += ", and the container allows the time of \(Self.short(quota))" }
    let usable = min(Double(allowed), quota ?? .infinity)
    return Inspection(
      "cores", value, usable < 2 ? .limited : .good, for: "run several requests' code at one moment",
      advice: usable < 2
        ? "With less than two cores, what needs cores side by side is 'not measured'; everything else works."
        : nil)
  }

  private static var memory: Inspection {
    let total = Double(ProcessInfo.processInfo.physicalMemory)
    let limit = ControlGroups().memory.map(Double.init)
    let usable = min(total, limit ?? .infinity) / gigabyte
    var value = "\(short(total / gigabyte)) GB"
    if let limit, limit < total { value += ", of which the container allows \(short(limit / gigabyte)) GB" }
    return Inspection(
      "memory", value, usable < 2 ? .limited : .good,
      for: "holds the compiler, and thousands of waiting requests",
      advice: usable < 2 ? "A build needs about 2 GB; with less, try 'swift build --jobs 1'." : nil)
  }

  private static var openFiles: Inspection {
    let limit = ResourceLimit(.openFiles)
    // The second lesson raises its own limit, and tries up to 2,000 users; each of them has both ends of a connection there.
    let isEnough = (limit.most ?? .max) >= 4200
    return Inspection(
      "open files", limit.description, isEnough ? .good : .limited,
      for: "lesson 2 needs up to 4,200, two for each user of a server",
      advice: isEnough
        ? nil : "With 'ulimit -n 4200' in this shell, where the system lets it, lesson 2 can ask them all.")
  }

  private static var threads: Inspection {
    let limit = ResourceLimit(.processes)
    let group = ControlGroups().threads
    var value = limit.description
    if let group { value += ", and the container allows \(group)" }
    let isEnough = limit.isAtLeast(256) && (group ?? .max) >= 256
    return Inspection(
      "threads", value, isEnough ? .good : .limited,
      for: "a server with a thread for each request needs many",
      advice: isEnough
        ? nil : "'ulimit -u 4096' in this shell, or a larger limit of the container, allows more.")
  }

  private static let gigabyte = 1e9

  private static func short(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
  }
}
