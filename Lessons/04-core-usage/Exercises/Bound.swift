import LessonKit

// Exercise 4.2, bound: how many times as fast can a program become?
//
// You get the parts of a program that can be spread over cores, each as a share of the program's time on one core (0.15 is
// 15 %), and the number of cores, at least 1. The parts run one after another, each spread over all cores; everything else has to
// be done by one core. There may be no such parts; together their shares are 1 at most. Return how many times as fast the program
// becomes at best: 1 is as fast as before, 2 is twice as fast. A Double's rounding errors don't matter.
//
//   half of the program can be spread, over 2 cores: 1.333…
//
// Check your answer with: swift run lessons check bound

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  throw ToDo()
}
