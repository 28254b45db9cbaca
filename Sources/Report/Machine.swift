import Measurement
import Platform

extension Report.Machine {
  /// The machine that this process runs on.
  package static var current: Report.Machine {
    Report.Machine(cores: AvailableCores.current.count, os: OperatingSystem.name, swift: swift)
  }

  /// The compiler's version as far as a program can ask for it: conditions are all that the language offers.
  private static var swift: String {
    #if compiler(>=6.5)
      "6.5 or later"
    #elseif compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3.1)
      "6.3.1"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
