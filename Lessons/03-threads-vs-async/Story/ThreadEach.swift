import EventLoop
import LessonKit
import Measurement
import Platform
import Report

/// A thread for each request: it works. How much does it take, beside a task for each?
struct ThreadEach: StoryPart {
  static let id = "thread-each"
  static let title = "A thread for each request"
  static let whatIf: WhatIf? = WhatIf("What if each call blocks its own thread?", "--threads 3")

  struct Evidence {
    /// A hundred purchases at once, or why the system did not start a thread for each.
    var hundred: Result<Recording<[Receipt]>, SystemError>
    /// Requests that wait on threads and as tasks; `nil` in virtual time.
    var crowds: Crowds?
  }

  static let hundred = Purchase.requests(100)

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "One way to serve many requests at once is to give each of them a thread of its own. While a purchase waits, its thread "
        + "waits too, but no other thread does.")
    telling.ask(Self.lastOfThree)
    let three = Purchase.requests(3)
    let shown = try ThreadLimit.attempt {
      try telling.show("thread-each", "A thread for each purchase", three) {
        try ThreadPerRequest(loop: $0).serve(three)
      }
    }
    telling.observe(Self.lastOfThree, (try? shown.get())?.timeline.makespan.inMilliseconds)
    if case .failure(let error) = shown { telling.say(ThreadLimit.current.refusal(of: 3, error)) }
    let hundred = try ThreadLimit.attempt {
      try telling.measure(Self.hundred) { try ThreadPerRequest(loop: $0).serve(Self.hundred) }
    }
    return Evidence(hundred: hundred, crowds: telling.isExact ? nil : telling.measureCrowds())
  }
}

extension Telling {
  fileprivate func measureCrowds() -> Crowds {
    say(
      "What does such a request take while it waits? Here more and more requests that do nothing else wait at the same time, "
        + "first each on a thread, then each as a task on one event loop. Each row is a process of its own, and its figures come "
        + "from the operating system. `making` is the time until the last of them was started; `waited` and `pushed` count how "
        + "often a thread gave its core away in order to wait, and how often it was taken off.")
    let growing = Guarded(Crowds())
    var crowds = growing.withLock { $0 }
    show(growing: { growing.withLock { $0 }.table }) {
      crowds.measure(progress: { done in growing.withLock { $0 = done } })
    }
    for remark in crowds.remarks { say(remark) }
    for figure in crowds.figures { note(figure.name, figure.value, unit: figure.unit) }
    return crowds
  }
}
