import Dispatch
import Measurement
import Platform

/// Watches what others do on the machine from some moment on, for parts whose own work would hardly notice: whoever waits most of
/// the time is late all the same where others keep the cores.
struct Watch {
  private let cores: [Int]
  private let origin = DispatchTime.now()
  private let load: MachineLoad?
  private let before = CPUTime.ofProcess

  /// From which share of the cores on others make those late who wait.
  private static let threshold = 0.25

  /// In virtual time nothing that others do makes a difference, and nothing is watched.
  init(_ machine: Machine) {
    cores = machine.cores.numbers
    load = machine.isExact ? nil : MachineLoad.now(cores: cores)
  }

  /// What others did since then; `nil` if it was little, or where the system does not tell.
  var disturbance: Disturbance? {
    guard let load, let now = MachineLoad.now(cores: cores) else { return nil }
    let others = now.others(
      since: load, own: (CPUTime.ofProcess - before).total, wall: CoreSample.elapsed(since: origin),
      cores: cores.count)
    guard others > Self.threshold else { return nil }
    return Disturbance(
      reason:
        "the machine was busy: others used \(Disturbance.percent(others)) of the cores. Try again when it is idle"
    )
  }
}
