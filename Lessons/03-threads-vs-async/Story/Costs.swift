import Figures
import LessonKit
import Measurement
import Processes
import Report

/// What is expensive about a thread, and what only looks expensive.
struct Costs: StoryPart {
  static let id = "costs"
  static let title = "What a thread costs"
  static let whatIf: WhatIf? = WhatIf("What if two threads have to do?", "--threads 2")

  /// What ``ThreadEach`` measured; `nil` in virtual time.
  let crowds: Crowds?

  struct Evidence {
    var crowds: Crowds?
    /// What a switch takes, from thread to thread and from task to task, or why it was not measured.
    var turns: Result<[Turns], HelperFailure>?
  }

  func tell(_ telling: Telling) throws -> Evidence {
    guard let crowds else {
      telling.say(
        "Memory and switches between threads are the operating system's. In virtual time there is nothing to show: this part is "
          + "about real time only.")
      return Evidence()
    }
    telling.show(crowds.memory)
    if let (threads, tasks) = crowds.largestPair {
      telling.say(
        "The line on top is address space. A thread reserves \(threads.addressesEach) for its stack, which looks frightening and "
          + "costs almost nothing: where nothing has been written yet, there is no memory behind an address. What counts is the "
          + "memory in use, \(threads.memoryEach) for each waiting thread and \(tasks.memoryEach) for each waiting task. (The "
          + "kernel keeps a stack of its own for each thread as well, 16 KiB on most machines with Linux. That is not part of the "
          + "process, and is not counted here.)")
    }
    telling.say(
      "Then there is the time that it takes to stop one and go on with another: for threads, a *context switch*. Two threads "
        + "take turns, many times over. Each waits on a condition variable until the other signals. (It signals after it has "
        + "released the lock. Otherwise the thread that wakes up would find the lock taken and sleep once more.) Two tasks do the "
        + "same, each stepping back for the other with `Task.yield`.")
    let turns = Turns.measureAll()
    if case .success(let turns) = turns { telling.show(turns) }
    return Evidence(crowds: crowds, turns: turns)
  }
}

extension Telling {
  fileprivate func show(_ turns: [Turns]) {
    show(
      .bars(
        title: "One switch", unit: "ns", bars: turns.map { (label: $0.kind.label, value: $0.nanoseconds) }))
    for turn in turns { note("switch/\(turn.kind.rawValue)", turn.nanoseconds, unit: "ns") }
    #if DEBUG
      say(
        "Swift's pool is part of Swift and built to be fast; the event loop is part of the workbook, and the launcher builds it "
          + "for debugging. `swift run -c release threads-vs-async` shows what it can do.")
    #endif
  }
}
