import Foundation
import Platform
import Processes
import Report

// A small program for the tests of processes: it does a task as its own helper, or starts another program and waits to be
// interrupted. With 'seal' it prints a text as an exercise's program prints its grade, under the seal on standard input.

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "seal" {
  guard let seal = GradeSeal(StandardInput.takeLine()) else { exit(64) }
  for line in seal.lines(sealing: CommandLine.arguments[2]) { StandardOutput.write("\n\(line)\n") }
  exit(0)
}

// With 'stray' it leaves its process group and its session, tells its number, and goes on for ever.
if CommandLine.arguments.count == 2, CommandLine.arguments[1] == "stray" {
  setsid()
  StandardOutput.write("\(getpid())\n")
  while true { sleep(1) }
}

HelperCommand.runIfAsked([
  Helper("sum", of: "test-program") { (numbers: [Int], caller) in
    caller.say("ready")
    caller.waitUntilOpened()
    return numbers.reduce(0, +)
  }
])

Interruption.endProgram()
let child = try Program(
  "/bin/sh", ["-c", #""$0" stray & while :; do sleep 1; done"#, CommandLine.arguments[0]]
).start()
// The numbers of what it has started.
StandardOutput.write("\(child.id) \(child.firstLine() ?? "")\n")
_ = child.waitUntilEnd()
