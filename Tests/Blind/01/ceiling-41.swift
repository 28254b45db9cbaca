// meant: it counts the answers of the very first second, in which the first wait yields none, instead of those in the long run, which one sees as soon as the wait is not 0; expected verdict: wrong

import LessonKit

func ceiling(work: Double, wait: Double) throws -> Double {
  guard wait > 0 else { return 1000 / work }
  // Nothing comes back while the first one waits; after that there is an answer every `work` milliseconds.
  let productive = 1000 - wait
  guard productive > 0 else { return 0 }
  return productive / work
}
