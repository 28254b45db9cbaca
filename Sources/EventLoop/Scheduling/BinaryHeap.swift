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

  private mutating func siftUp(from start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard elements[child].isBefore(elements[parent]) else { return }
      elements.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown(from start: Int) {
    // In place: to copy elements for a comparison would cost more than the comparison.
    elements.withUnsafeMutableBufferPointer { elements in
      var parent = start
      while true {
        var first = parent
        for child in 2 * parent + 1...2 * parent + 2 where child < elements.count {
          if elements[child].isBefore(elements[first]) { first = child }
        }
        guard first != parent else { return }
        elements.swapAt(parent, first)
        parent = first
      }
    }
  }
}
