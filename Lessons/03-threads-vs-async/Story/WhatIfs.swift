import Report

// What the reader could try at the end of each part, with one knob turned.

extension ThreadEach {
  static let whatIf: WhatIf? = WhatIf("What if each call blocks its own thread?", "--threads 3")
}

extension Costs {
  static let whatIf: WhatIf? = WhatIf("What if two threads have to do?", "--threads 2")
}

extension InOrder {
  static let whatIf: WhatIf? = WhatIf(
    "What if every call blocks the loop?", "--blocking visitor,charge,record")
}

extension PutAside {
  static let whatIf: WhatIf? = WhatIf("What if 20 of them want to be charged?", "--requests 20")
}

extension OneThread {
  static let whatIf: WhatIf? = WhatIf("What if no call blocks?", "--blocking none")
}

extension Steps {
  static let whatIf: WhatIf? = WhatIf("What if the first call blocks?", "--blocking visitor")
}

extension Blocking {
  static let whatIf: WhatIf? = WhatIf("What if it is the last call that blocks?", "--blocking record")
}

extension SwiftsPool {
  static let whatIf: WhatIf? = WhatIf("What if the pool is wide enough?", "--threads 20")
}

extension InPython {
  static let whatIf: WhatIf? = WhatIf("What if ten purchases arrive at once?", "--requests 10")
}

extension Elsewhere {
  static let whatIf: WhatIf? = WhatIf("What if a purchase may block, on five threads?", "--threads 5")
}
