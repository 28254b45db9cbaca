import EventLoop
import Figures
import LessonKit
import Measurement
import Report
import Workload

/// A thread for each request: it works. What does it cost, beside a task for each?
enum ThreadEach {
  static func tell(_ story: Story) throws -> Crowds {
    try story.part("thread-each", "A thread for each request") { part in
      part.say(
        "One way to serve many requests at once is to give each a thread of its own. A thread that waits keeps what it has, "
          + "but it keeps nobody else from running.")
      _ = try part.show("thread-each", "A thread for each purchase", lanes: Scenario.purchases(3).lanes) {
        try ThreadPerRequest().serve(Scenario.purchases(3), on: $0)
      }
      try part.claimThreadsWork()
    }
    let crowds = try story.part("costs", "What a waiting request costs") { part in
      part.say(
        "What does a request cost while it waits? So many requests that do nothing else are kept waiting at once: on a thread "
          + "each, and as tasks on one event loop. Each row is a process of its own, and the figures are the operating system's: "
          + "`making` is the time until the last of them was started, `waited` and `pushed` count how often a thread gave its core "
          + "away to wait, and how often it was taken off.")
      let guess = part.ask(
        "10,000 threads that wait: how many MiB of memory do they keep in use?", unit: "MiB", in: 0...100_000)
      let crowds = Crowds()
      part.show(growing: { crowds.table }) { crowds.measure() }
      for remark in crowds.remarks { part.say(remark) }
      part.show(crowds.memory, "Memory, for ever more requests", xScale: .logarithmic, yScale: .logarithmic)
      for figure in crowds.figures { part.note(figure.name, figure.value, unit: figure.unit) }
      if case .success(let crowd) = crowds.crowd(.threads, of: 10_000) {
        part.compare(
          "memory of 10,000 threads", guess, with: Double(crowd.held.residentBytes >> 20), tolerance: 0.5)
      }
      part.claimResources(crowds)
      return crowds
    }
    try story.part("switches", "What a switch costs") { part in
      part.say(
        "Two threads take turns, many times over: each waits until the other tells it to go on, by a byte through a pipe, or by a "
          + "condition variable. Then two tasks do, each stepping back for the other with `Task.yield`. What does it take to stop one and "
          + "go on with the other?")
      part.claimSwitches(crowds)
      #if DEBUG
        part.say(
          "Swift's pool is part of Swift and built to be fast; the event loop is part of the workbook, and the launcher builds it "
            + "for debugging. `swift run -c release threads-vs-async` shows what it can do.")
      #endif
    }
    return crowds
  }
}

extension Part {
  // [00:09] Every request is answered; the threads take turns on the cores.
  fileprivate func claimThreadsWork() throws {
    let requests = Scenario.purchases(100)
    let recording = try measure(lanes: requests.lanes) { try ThreadPerRequest().serve(requests, on: $0) }
    let inOrder = Prediction.serialResponseTimes(of: requests).max()!
    claim(
      "threads-would-work", at: "00:09", "A thread for each request would work.",
      measured: Double(Set(recording.value.map(\.payment)).count), unit: "answers of 100",
      bound: .exactly(100),
      provided: [
        Condition("each has a thread of its own", recording.threads.count == 100),
        Condition("nobody waits for the others", recording.timeline.makespan < inOrder / 2),
      ],
      because:
        "100 purchases at once, all answered after \(recording.timeline.makespan.inWholeMilliseconds); in order that "
        + "would take \(inOrder.inWholeMilliseconds)")
  }

  // [00:02] The resources that it takes to do the same.
  fileprivate func claimResources(_ crowds: Crowds) {
    let statement = "A server should process as much as possible with the least resources."
    guard let (threads, tasks) = crowds.largestPair else {
      return cannotMeasure(
        "least-resources", at: "00:02", statement,
        because: crowds.remarks.first ?? "there is no number of requests that both kept waiting at once")
    }
    claim(
      "least-resources", at: "00:02", statement,
      measured: threads.residentBytesEach / tasks.residentBytesEach,
      unit: "×", bound: .atLeast(2),
      provided: [
        Condition(
          "all were answered, both times", threads.answered == threads.asked && tasks.answered == tasks.asked),
        Condition("tasks need fewer threads", tasks.held.threads < threads.held.threads),
        Condition("tasks need less address space", tasks.held.virtualBytes < threads.held.virtualBytes),
        Condition(
          "tasks make the system switch less often",
          tasks.total.voluntarySwitches < threads.total.voluntarySwitches),
      ],
      because: "memory in use for each of \(NumberText.short(Double(tasks.made))) requests: "
        + "\(NumberText.short(threads.residentBytesEach / 1024, unit: "KiB")) for a thread, "
        + "\(NumberText.short(tasks.residentBytesEach / 1024, unit: "KiB")) for a task; what the kernel keeps for a thread "
        + "comes on top and is not counted here")
  }

  // [00:19] Memory, and the time to stop one and go on with another.
  fileprivate func claimSwitches(_ crowds: Crowds) {
    let statement = "Threads take a lot of memory, and switching between them costs."
    guard !Instrumentation.hasThreadSanitizer else {
      return cannotMeasure(
        "threads-cost-memory-and-switches", at: "00:19", statement, because: Crowds.isWatched)
    }
    do {
      let turns = try Turns.Kind.allCases.map { try IsolatedMeasurement.turns($0).inChild(Turns.self) }
      show(
        .bars(
          title: "One switch", unit: "ns", bars: turns.map { (label: $0.kind.label, value: $0.nanoseconds) }))
      for turn in turns { note("switch/\(turn.kind.rawValue)", turn.nanoseconds, unit: "ns") }
      func nanoseconds(_ kind: Turns.Kind) -> Double { turns.first { $0.kind == kind }!.nanoseconds }
      guard let (threads, tasks) = crowds.largestPair else { throw IsolatedMeasurement.Failure.unreadable }
      claim(
        "threads-cost-memory-and-switches", at: "00:19", statement,
        measured: min(nanoseconds(.pipe), nanoseconds(.condition))
          / min(nanoseconds(.loop), nanoseconds(.pool)),
        unit: "×",
        bound: .atLeast(1.5),
        provided: [
          Condition(
            "a thread takes ten times the address space of a task",
            threads.virtualBytesEach > 10 * tasks.virtualBytesEach)
        ],
        because:
          "the cheaper switch from thread to thread over the cheaper one from task to task; besides, a thread takes "
          + "\(NumberText.short(threads.virtualBytesEach / 1_048_576, unit: "MiB")) of address space, a task "
          + "\(NumberText.short(tasks.virtualBytesEach / 1024, unit: "KiB"))")
    } catch {
      cannotMeasure("threads-cost-memory-and-switches", at: "00:19", statement, because: "\(error)")
    }
  }
}
