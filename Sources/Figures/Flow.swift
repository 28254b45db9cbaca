/// Things of different lengths one after another, in as many rows as it takes: a legend, as text or as SVG.
struct Flow {
  var places: [(start: Double, row: Int)] = []

  init(_ lengths: [Double], gap: Double, from start: Double, to end: Double) {
    var next = start
    var row = 0
    for length in lengths {
      if next > start, next + length > end {
        next = start
        row += 1
      }
      places.append((next, row))
      next += length + gap
    }
  }

  var rows: Int { places.last.map { $0.row + 1 } ?? 0 }
}
