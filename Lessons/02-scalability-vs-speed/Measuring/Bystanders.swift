import Measurement

/// What others do with the machine while something is measured.
enum Bystanders {
  /// Runs a measurement. Returns besides what share of the cores others had meanwhile; 0 where that cannot be known.
  static func watched<Result>(_ measure: () throws -> Result) rethrows -> (Result, taken: Double) {
    let cores = AvailableCores.current
    let clock = ContinuousClock()
    let (began, used, load) = (clock.now, CPUTime.ofProcess, MachineLoad.now(cores: cores.numbers))
    let result = try measure()
    guard let load, let now = MachineLoad.now(cores: cores.numbers) else { return (result, 0) }
    let taken = now.others(
      since: load, own: (CPUTime.ofProcess - used).total, wall: clock.now - began, cores: cores.numbers.count)
    return (result, taken)
  }
}
