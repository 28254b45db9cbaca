// meant: goes round by round: asks all producers for one item at the same time, waits for the whole round, then takes them all; the quick producers wait for the slowest one, and capacity plays no part; expected verdict: wrong
import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  var open = producers
  while !open.isEmpty {
    let round = try await withThrowingTaskGroup(of: (Int, Int?).self) { group in
      for (index, producer) in open.enumerated() {
        group.addTask { (index, try await producer.next()) }
      }
      return try await group.reduce(into: [Int: Int]()) { $0[$1.0] = $1.1 }
    }
    for (_, item) in round.sorted(by: { $0.key < $1.key }) { try await consumer.take(item) }
    open = open.indices.filter { round[$0] != nil }.map { open[$0] }
  }
}
