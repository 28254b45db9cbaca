import LessonKit

// Exercise 4.2, bound: how many times as fast can a program become?
//
// You get the parts of a program that can be spread over cores, each as a share of the program's time on one core (0.15 is
// 15 %), and the number of cores. Everything else has to be done by one core. Return how many times as fast the program becomes
// at best: 1 is as fast as before, 2 is twice as fast.
//
//   half of the program can be spread, over 2 cores: 1.33
//
// Check your answer with: swift run lessons check bound

func bound(spreading shares: [Double], over cores: Int) throws -> Double {
  throw ToDo()
}
