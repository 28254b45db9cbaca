import Console
import Measurement
import Serving

/// What turned knobs make of the three servers, and why, in sentences; all of it computed.
struct WhatChanged {
  let load: TurnedLoad
  /// The users that each server copes with.
  let knees: [Int]

  init(_ load: TurnedLoad, knees: [Int]) { (self.load, self.knees) = (load, knees) }

  var sentences: [String] {
    [capacity]
      + (load.page.ownTime > objective ? [alone] : [oneAtATime, threads, eventLoop].compactMap { $0 })
  }

  private var objective: Duration { load.objective.responseTime }

  private var capacity: String {
    let numbers = knees.map { $0 >= Laboratory.most ? "\(Laboratory.most) or more" : "\($0)" }
    let usual = knees == [2, 200, 625]
    return "With answers due within \(text(objective)), one at a time copes with \(users(numbers[0])), "
      + "\(load.threads == 1 ? "1 thread" : "\(load.threads) threads") with \(numbers[1]), and the event loop with \(numbers[2])"
      + (usual ? ", as in the lesson." : ". In the lesson these are 2, 200 and 625.")
  }

  private var alone: String {
    "A page takes \(text(load.page.ownTime)) even for a single user. No server can make it faster than that, so none keeps the objective: "
      + "that is speed, and not scalability."
  }

  private var oneAtATime: String? {
    guard load.users > 1 else {
      return
        "A single user waits for no one else: every server takes the page's own time, \(text(load.page.ownTime))."
    }
    return
      "One at a time, each of \(load.users) users waits for the pages of all: \(load.users) × \(text(load.page.ownTime)) is "
      + "\(text(load.page.ownTime * load.users))."
  }

  private var threads: String? {
    let without = load.users - load.threads
    guard without > 0 else { return nil }
    return
      "\(without == 1 ? "1 user finds" : "\(without) users find") \(load.threads == 1 ? "the only thread" : "all \(load.threads) threads") taken and "
      + "\(without == 1 ? "is" : "are") turned away, however short a page is: a thread that waits serves no one else."
  }

  private var eventLoop: String? {
    guard load.users > 1 else { return nil }
    let work = load.page.work * load.users
    if load.page.work == .zero {
      return
        "A page that computes nothing never needs the event loop's thread, so any number of users can wait at the same time."
    }
    if load.page.wait == .zero {
      return
        "A page that never waits leaves nothing to overlap: the event loop has no more to offer than one at a time."
    }
    if work > load.page.ownTime {
      return
        "The event loop's thread is never idle: \(load.users) users × \(text(load.page.work)) of work make \(text(work)) until a user's "
        + "next turn. More users only wait longer."
    }
    return
      "The event loop's thread has time to spare: \(load.users) users need it for \(text(work)) in all while each waits "
      + "\(text(load.page.wait)), so a page takes hardly longer than for one user."
  }

  private func users(_ number: String) -> String { number == "1" ? "1 user" : "\(number) users" }

  private func text(_ time: Duration) -> String {
    let milliseconds = (time.inMilliseconds * 1000).rounded() / 1000
    guard milliseconds < 1000, milliseconds != milliseconds.rounded() else {
      return NumberText.short(milliseconds, unit: "ms")
    }
    return "\(milliseconds) ms"
  }
}
