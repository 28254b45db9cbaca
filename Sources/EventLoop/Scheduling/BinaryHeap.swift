/// An element that knows which of two comes first.
protocol HeapOrdered {
  func isBefore(_ other: Self) -> Bool
}

/// A heap whose first element is before all others; adding and removing one costs logarithmic time.
struct BinaryHeap<Element: HeapOrdered> {
  private var elements: [Element] = []

  var first: Element? { elements.first }
  var count: Int { elements.count }

  mutating func insert(_ element: Element) {
    elements.append(element)
    siftUp(from: elements.count - 1)
  }

  mutating func removeFirst() {
    elements.swapAt(0, elements.count - 1)
    elements.removeLast()
    siftDown(from: 0)
  }

  /// Removes what is not wanted any more, in linear time.
  mutating func removeAll(where isUnwanted: (Element) -> Bool) {
    elements.removeAll(where: isUnwanted)
    for index in elements.indices.reversed() { siftDown(from: index) }
  }

  // Both sifts carry one element through a gap: half the writes of swapping at each level.

  private mutating func siftUp(from start: Int) {
    let element = elements[start]
    var gap = start
    while gap > 0 {
      let parent = (gap - 1) / 2
      guard element.isBefore(elements[parent]) else { break }
      elements[gap] = elements[parent]
      gap = parent
    }
    elements[gap] = element
  }

  private mutating func siftDown(from start: Int) {
    guard start < elements.count else { return }
    let element = elements[start]
    var gap = start
    while case var child = 2 * gap + 1, child < elements.count {
      if child + 1 < elements.count, elements[child + 1].isBefore(elements[child]) { child += 1 }
      guard elements[child].isBefore(element) else { break }
      elements[gap] = elements[child]
      gap = child
    }
    elements[gap] = element
  }
}
