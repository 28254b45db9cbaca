import Report

// What the reader could try at the end of each part, with one knob turned.

extension Bars {
  static let whatIf: WhatIf? = WhatIf("What if request 2 blocks?", "--blocking 2")
}

extension Limits {
  static let whatIf: WhatIf? = WhatIf("What if 20 requests arrive at once?", "--requests 20")
}

extension ZoomIn {
  static let whatIf: WhatIf? = WhatIf("What if they come further apart?", "--arrivals 0,100,200")
}

extension Scalability {
  static let whatIf: WhatIf? = WhatIf("What if nothing waits?", "--wait 0")
}

extension InPython {
  static let whatIf: WhatIf? = WhatIf("What if there are two threads?", "--threads 2")
}
