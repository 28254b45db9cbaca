/// What the workbook's programs tell the shell when they end.
package enum ExitStatus: Int32, Sendable {
  /// Done, and all that was checked holds.
  case done = 0
  /// A claim or an exercise fails.
  case failed = 1
  /// The command line was wrong (`EX_USAGE`).
  case usage = 64
  /// Something that is needed is missing (`EX_UNAVAILABLE`).
  case unavailable = 69
  /// The output could not be written (`EX_IOERR`).
  case outputFailed = 74
  /// The reader interrupted. The program then ends by the signal itself, which shells show as 128 and its number.
  case interrupted = 130
}
