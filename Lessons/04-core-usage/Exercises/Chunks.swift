import LessonKit

// Exercise 4.5, chunks: add up all numbers in as little time as the machine can, on all its cores.
//
// `try await machine.sum(chunk)` adds up a slice of the numbers on the next core that is free: beginning takes 5 ms, even with an
// empty slice, and then every number 1 ms. The machine also has a total that all cores share: `try await machine.add(number)`
// occupies a core as well, for the same 5 ms and 1 ms, and only one core at a time may add. Return the sum. The machine has to add
// up the numbers; what you do with its answers takes no time. You don't have to use everything that it offers. There may be fewer
// numbers than cores, or none.
//
//   one core does it all                 what is wanted
//   core 1  █████████████████████        core 1  ██████
//   core 2                               core 2  ██████
//   core 3                               core 3  ██████
//   core 4                               core 4  ██████
//
// A `ModelMachine` has `cores` (Int), `sum(_:)` for an `ArraySlice<Int>` such as `numbers[0..<10]`, `add(_:)`, and `total`.
//
// Check your answer with: swift run lessons check chunks

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  throw ToDo()
}
