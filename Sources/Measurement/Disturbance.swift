import Platform

/// What else the machine did while something was measured: the one account by which a claim that fails may be excused.
package struct Disturbance: Sendable, Hashable {
  /// The share of the time, from 0 to 1, in which the lesson's own code was ready to run and had no core.
  package var withoutCore: Double
  /// The share of the cores' time, from 0 to 1, that other programs used or a virtual machine's host took; `nil` where the
  /// system does not tell.
  package var others: Double?

  /// What was seen.
  package init(withoutCore: Double = 0, others: Double? = nil) {
    self.withoutCore = withoutCore
    self.others = others
  }

  /// On an idle machine the lesson's code lacks a core for at most half a hundredth of the time, and other programs use
  /// one or two hundredths of the cores.
  private static let most = (withoutCore: 0.02, others: 0.05)

  /// Whether it was enough to spoil a measurement in real time.
  package var isNotable: Bool { withoutCore > Self.most.withoutCore || others ?? 0 > Self.most.others }

  /// What is said of a claim that it keeps from being judged.
  package var reason: String {
    var seen: [String] = []
    if let others { seen.append("other programs had \(Self.percent(others)) of its cores") }
    seen.append("the lesson was kept from a core for \(Self.percent(withoutCore)) of the time")
    return "Something else used this machine meanwhile (\(seen.joined(separator: "; "))). "
      + "Try again when it is idle, or add --time virtual."
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

/// Looks at the machine from its beginning to its end, and keeps what the lesson itself adds.
package struct DisturbanceWatch {
  private let cores = AvailableCores.current
  private let began = ContinuousClock.now
  private let load: MachineLoad?
  private let used = Self.ownUse
  private var lost = Duration.zero
  private var watched = Duration.zero

  /// Begins to look.
  package init() {
    load = MachineLoad.now(cores: cores.numbers)
  }

  /// Adds a stretch of time in which the lesson's own code said how long it was kept from a core.
  package mutating func add(lost: Duration, of stretch: Duration) {
    self.lost += lost
    watched += stretch
  }

  /// What happened until now.
  package var disturbance: Disturbance {
    var disturbance = Disturbance(withoutCore: watched == .zero ? 0 : min(1, lost / watched))
    if let load, let now = MachineLoad.now(cores: cores.numbers) {
      disturbance.others = now.others(
        since: load, own: Self.ownUse - used, wall: ContinuousClock.now - began, cores: cores.numbers.count)
    }
    return disturbance
  }

  private static var ownUse: Duration { CPUTime.ofProcess.total + CPUTime.ofEndedChildren.total }
}
