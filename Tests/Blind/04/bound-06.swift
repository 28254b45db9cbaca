// meant: reckons with the largest part only, as the one that decides, and leaves the other parts on one core; expected verdict: wrong
import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  guard let largest = shares.max() else { return 1 }
  let time = (1 - largest) + largest / Double(cores)
  return 1 / time
}
