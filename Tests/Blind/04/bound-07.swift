// meant: starts from the whole time and takes away what each part saves; expected verdict: right
import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  let time = shares.reduce(into: 1.0) { left, share in
    left -= share * Double(cores - 1) / Double(cores)
  }
  return 1 / time
}
