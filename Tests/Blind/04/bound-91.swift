// meant: it takes the speed-up of each part by itself and multiplies them, as if each part's share were one of what the parts before it leave, seen with two or more parts on two or more cores, such as 0.4 and 0.4 over 4; expected verdict: wrong

import LessonKit

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  shares
    .map { share in 1 / ((1 - share) + share / Double(cores)) }
    .reduce(1, *)
}
