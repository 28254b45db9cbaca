import LessonKit

// Exercise 4.1, chunks: add up all numbers, on all cores.
//
// You get the numbers, and a model of a machine, which says how many `cores` it has. `try await machine.sum(chunk)` adds
// up a slice of the numbers on a core that is free: to begin takes 5 ms, and then every number 1 ms. The machine also has
// one total that all cores share: `try await machine.add(number)`, 1 ms each, one at a time, and `machine.total`.
// Return the sum. The less time, the better; nobody says that you need everything that the machine has.
//
//   one core does all                    what is wanted
//   core 1  ░░░░░░░░░░░░░░░░░░░░░        core 1  ░░░░░░
//   core 2                               core 2  ░░░░░░
//   core 3                               core 3  ░░░░░░
//   core 4                               core 4  ░░░░░░
//
// Check yourself with: swift run lessons check chunks

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  throw ToDo()
}
