/// What the cores of the machine have done so far, for whomever; only Linux says so for single cores.
package struct MachineLoad: Sendable, Hashable {
  /// The time that the cores computed, all together, to a hundredth of a second.
  package var busy: Duration
  /// The time that a virtual machine's host gave to others although the cores had work.
  package var stolen: Duration

  package init(busy: Duration, stolen: Duration) {
    self.busy = busy
    self.stolen = stolen
  }

  /// What cores have done since the machine was started; `nil` where the system does not tell.
  ///
  /// - Parameter cores: the operating system's numbers of the cores to count.
  package static func now(cores: [Int]) -> MachineLoad? {
    MachineLoad(stat: SystemFile.text("/proc/stat"), cores: cores)
  }

  /// The share of the cores' time, from 0 to 1, that others used or that was stolen since an earlier reading.
  ///
  /// - Parameters:
  ///   - earlier: the reading before the run.
  ///   - own: the CPU time that the run itself used.
  ///   - wall: how long the run took.
  ///   - cores: how many cores were counted.
  package func others(since earlier: MachineLoad, own: Duration, wall: Duration, cores: Int) -> Double {
    guard wall > .zero, cores > 0 else { return 0 }
    let taken = busy - earlier.busy - own + stolen - earlier.stolen
    return min(1, max(0, taken / wall / Double(cores)))
  }

  /// Reads the lines `cpu0`, `cpu1`, … of `/proc/stat` (see `proc_stat(5)`): user, nice, system, idle, iowait, irq,
  /// softirq, steal, in hundredths of a second.
  init?(stat: String, cores: [Int]) {
    let names = Set(cores.map { "cpu\($0)" })
    var busy = 0
    var stolen = 0
    var found = 0
    for line in stat.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let name = fields.first, names.contains(String(name)) else { continue }
      let ticks = fields.dropFirst().map { Int($0) ?? 0 }
      guard ticks.count >= 8 else { return nil }
      busy += ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6]
      stolen += ticks[7]
      found += 1
    }
    guard found == names.count, found > 0 else { return nil }
    self.busy = .milliseconds(busy * 10)
    self.stolen = .milliseconds(stolen * 10)
  }
}
