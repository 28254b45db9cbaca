// meant: the answers per millisecond of a thread that is always busy, turned into answers per second, while the wait does not matter; expected verdict: right

import LessonKit

private struct BusyThread {
  /// How many milliseconds of the thread one answer costs.
  var cost: Double
  var perMillisecond: Double { 1 / cost }
  var perSecond: Double { perMillisecond * 1000 }
}

func ceiling(work: Double, wait: Double) throws -> Double {
  // Waiting costs nothing of the thread, and there is always another request to go on with.
  let free = 0 * wait
  return BusyThread(cost: work + free).perSecond
}
