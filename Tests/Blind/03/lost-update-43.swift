// meant: a small helper runs a wait and then a synchronous step with its result; the step counts; expected verdict: right

import EventLoop
import LessonKit

private func first<Value>(
  _ wait: () async throws -> Value, then step: (Value) -> Void
) async throws -> Value {
  let value = try await wait()
  step(value)
  return value
}

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  try await first {
    try await visits.page(number)
  } then: { _ in
    let before = visits.count
    visits.count = before + 1
  }
}
