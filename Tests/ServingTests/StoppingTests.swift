import Dispatch
import EventLoop
import Platform
import XCTest

@testable import Serving

/// A server that stops lets answers in flight leave, and nothing else wait.
final class StoppingTests: XCTestCase {
  func testAnswersInFlightLeave() throws {
    for (name, make) in ThreeServers.all {
      // Where the machine was too busy to stop before the answer left, the next one takes longer.
      let answers = [50, 200, 800, 3200].lazy.map { milliseconds in
        Result { try self.answerInFlight(name, make, lasting: .milliseconds(milliseconds)) }
      }
      let last = try answers.first { (try? $0.get())?.contains("Connection: close\r\n") != false }?.get()
      XCTAssertEqual(
        last?.hasSuffix("Connection: close\r\n\r\nfinished"), true, "\(name): \(last ?? "no such answer")")
    }
  }

  /// Stops a server while it answers. Returns what the client receives.
  private func answerInFlight(
    _ name: String, _ make: ThreeServers.Make, lasting time: Duration
  ) throws -> String {
    let begun = DispatchSemaphore(value: 0)
    let server = try make(Limits(), { _ in }) { request in
      begun.signal()
      try await request.wait(for: time)
      return HTTPResponse(.ok, body: "finished")
    }
    let client = try TestClient(port: server.port)
    client.get("/")
    begun.wait()
    XCTAssertTrue(server.stop(within: .seconds(20)), name)
    let answer = try XCTUnwrap(client.receive(), name)
    XCTAssertTrue(answer.hasSuffix("\r\n\r\nfinished"), "\(name): \(answer)")
    // Nobody listens any more.
    let late = try TestClient(port: server.port)
    late.get("/")
    XCTAssertEqual(late.receive(), "", name)
    return answer
  }

  func testIdleAndUnfinishedClientsDoNotKeepIt() throws {
    for (name, make) in ThreeServers.all {
      let server = try make(Limits(), { _ in }, ThreeServers.site)
      let idle = try TestClient(port: server.port)
      let half = try TestClient(port: server.port)
      half.send("GET / HT")
      let kept = try TestClient(port: server.port)
      kept.get("/")
      XCTAssertEqual(kept.receive(upTo: "hello")?.statuses, [200], name)
      XCTAssertTrue(server.stop(), name)
      for client in [idle, half, kept] { XCTAssertEqual(client.receive(), "", name) }
    }
  }

  func testAHandlerThatTakesTooLongIsCutOff() throws {
    let begun = DispatchSemaphore(value: 0)
    let server = try EventLoopServer { request in
      begun.signal()
      try await request.wait(for: .seconds(1000))
      return HTTPResponse(.ok)
    }
    let client = try TestClient(port: server.port)
    client.get("/")
    begun.wait()
    XCTAssertFalse(server.stop(within: .milliseconds(20)))
    XCTAssertEqual(client.receive(), "")
  }

  /// Twenty clients ask without a pause while it stops: nothing of the server is left, and nothing of them.
  func testStoppingUnderLoadLeavesNoDescriptorAndNoThread() throws {
    for (name, make) in ThreeServers.all {
      let (descriptors, threads) = (Holdings.descriptors, Holdings.threads)
      do {
        let server = try make(Limits(), { _ in }, ThreeServers.site)
        let isInUse = DispatchSemaphore(value: 0)
        var plan = LoadPlan(.closed(users: 20), for: .milliseconds(300), warmUp: .zero)
        (plan.target, plan.deadline) = ("/wait", .seconds(20))
        let generator = LoadGenerator(port: server.port)
        let load = try SystemThread(stack: SystemThread.smallStack) { [plan] in
          _ = try? generator.run(plan) { if $0.answered > 0 { isInUse.signal() } }
          isInUse.signal()
        }
        isInUse.wait()
        XCTAssertTrue(server.stop(), name)
        XCTAssertGreaterThan(server.counts.answered, 0, name)
        load.join()
      }
      XCTAssertEqual(
        Holdings.descriptors(atMost: descriptors), descriptors,
        "descriptors left by \(name): \(Holdings.names)")
      XCTAssertLessThanOrEqual(Holdings.threads(atMost: threads), threads, "threads left by \(name)")
    }
  }

  func testStoppingTwiceIsNoMoreThanOnce() throws {
    try withEachServer { server, name in
      XCTAssertTrue(server.stop(), name)
    }
  }
}
