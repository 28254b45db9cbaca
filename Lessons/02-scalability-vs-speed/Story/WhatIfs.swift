import Report

// What the reader could try at the end of each part, with one knob turned.

extension Until {
  static let whatIf: WhatIf? = WhatIf("What if a page waits for 20 ms only?", "--wait 20")
}

extension Worse {
  static let whatIf: WhatIf? = WhatIf("What if there are more users than threads?", "--users 300")
}

extension Million {
  static let whatIf: WhatIf? = WhatIf("What if a page computes for 4 ms, not 0.4?", "--work 4")
}

extension CourseLoadTest {
  static let whatIf: WhatIf? = WhatIf("What if the clients take 500 ms for good enough?", "--objective 500")
}
