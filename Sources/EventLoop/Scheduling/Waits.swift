/// What tasks say that they wait for at the moment, in the order in which they began to.
struct Waits {
  private var byNumber: [UInt64: Wait] = [:]
  private var last: UInt64 = 0

  var all: [Wait] { byNumber.sorted { $0.key < $1.key }.map(\.value) }

  mutating func begin(_ wait: Wait) -> UInt64 {
    last += 1
    byNumber[last] = wait
    return last
  }

  mutating func end(_ number: UInt64) {
    byNumber[number] = nil
  }
}
