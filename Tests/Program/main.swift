import Foundation
import Platform
import Processes

// A small program for the tests of processes: it does a task as its own helper, or starts another program and waits to be
// interrupted.

HelperCommand.runIfAsked([
  Helper("sum", of: "test-program") { (numbers: [Int], caller) in
    caller.say("ready")
    caller.waitUntilOpened()
    return numbers.reduce(0, +)
  }
])

Interruption.endProgram()
let child = try Program("/bin/sh", ["-c", "while :; do sleep 1; done"]).start()
StandardOutput.write("\(child.id)\n")
_ = child.waitUntilEnd()
