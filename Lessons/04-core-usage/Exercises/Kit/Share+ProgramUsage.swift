/// What the operating system counted while a program ran.
struct ProgramUsage: Sendable, Hashable {
  /// CPU time in the program's own code.
  var user: Duration
  /// CPU time in the system, on the program's behalf.
  var system: Duration
  /// How long the program ran.
  var wall: Duration
  /// How many cores the program may use.
  var usableCores: Int
  /// How many cores the chip has.
  var chipCores: Int
}
