import Report

// What the reader could try at the end of each part, with one knob turned.

extension TwoReasons {
  static let whatIf: WhatIf? = WhatIf("What if you have four cores?", "--cores 4")
}

extension Chart {
  static let whatIf: WhatIf? = WhatIf("What do 128 cores make of a job?", "--cores 128")
}

extension OneOfTwelve {
  static let whatIf: WhatIf? = WhatIf("What if nothing can be spread?", "--parallel-share 0")
}

extension Ways {
  static let whatIf: WhatIf? = WhatIf("What if there are two cores?", "--cores 2")
}

extension AmdahlsLaw {
  static let whatIf: WhatIf? = WhatIf("What if 95 % can be spread?", "--parallel-share 95")
}

extension MoreAtOnce {
  static let whatIf: WhatIf? = WhatIf("What if nearly all can be spread?", "--parallel-share 99")
}

extension Scrape {
  static let whatIf: WhatIf? = WhatIf("What if there is one core only?", "--cores 1")
}

extension PickUp {
  static let whatIf: WhatIf? = WhatIf("What if half of a job can be spread?", "--parallel-share 50")
}
