package import Platform

extension EventLoop {
  /// Begins to watch a socket, so that tasks can wait until it is ready.
  ///
  /// - Parameter descriptor: a non-blocking socket that stays open until the watch has ended.
  /// - Throws: what the system says if it cannot watch one more.
  package func watch(_ descriptor: Int32) throws(SystemError) -> SocketWatch {
    precondition(wall != nil, "sockets go by real time; watch them on a loop with time: .real()")
    let poller = try obtainPoller()
    let socket = change { $0.sockets.insert(descriptor) }
    let watch = SocketWatch(socket, on: self, poller: poller)
    try poller.add(descriptor, token: socket.token)
    return watch
  }

  // MARK: Polling

  // [threads-vs-async 01:59] No task is ready: here the one thread sleeps.
  /// Waits for sockets, for another thread and for a time to be over. Returns whether anything came of it.
  func poll(nanoseconds: UInt64?) throws(SystemError) -> Bool {
    let poller = try obtainPoller()
    // A task that came before there was a poller could not wake it.
    let mayWait = change { $0.isParked }
    let reports = try poller.wait(nanoseconds: mayWait ? nanoseconds : 0)
    let (resumptions, nobodyCame) = change { ($0.sockets.take(reports), $0.unpark()) }
    resume(resumptions)
    return !nobodyCame || !reports.isEmpty
  }

  /// Makes tasks ready that waited for a socket.
  func resume(_ resumptions: [SocketTable.Resumption]) {
    for resumption in resumptions { resumption.continuation.resume(returning: resumption.reason) }
  }

  /// The poller; the first call makes it.
  private func obtainPoller() throws(SystemError) -> any Poller {
    try poller.withLock { (poller) throws(SystemError) in
      if let poller { return poller }
      let made = try makePoller()
      poller = made
      return made
    }
  }

  // [threads-vs-async 01:59] The wake-up, by another thread that has
  // something for the loop.
  /// Ends the loop's wait.
  func wakeUp() {
    poller.withLock { $0 }?.wake()
  }
}
