// meant: four chunks, because the drawing has four cores, whatever the machine has; expected verdict: wrong
import LessonKit

func chunks(_ numbers: [Int], on machine: ModelMachine) async throws -> Int {
  let quarter = (numbers.count + 3) / 4
  func part(_ index: Int) -> ArraySlice<Int> { numbers.dropFirst(index * quarter).prefix(quarter) }
  async let a = machine.sum(part(0))
  async let b = machine.sum(part(1))
  async let c = machine.sum(part(2))
  async let d = machine.sum(part(3))
  return try await a + b + c + d
}
