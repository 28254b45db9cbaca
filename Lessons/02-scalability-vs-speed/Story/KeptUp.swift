import Console
import EventLoop
import Foundation
import LessonKit
import Measurement
import Platform
import Serving

/// A server for the reader's own clients.
enum KeptUp {
  static func serve(_ name: String, _ arguments: Arguments) throws -> Never {
    guard let discipline = Discipline(rawValue: name) else {
      let names = Discipline.allCases.map(\.rawValue)
      let nearest = NearestName.of(name, among: names).map { ["Did you mean --serve \($0)?"] }
      throw Complaint.usage(
        "there is no server '\(name)'", advice: nearest ?? ["Choose one of \(names.joined(separator: ", "))."]
      )
    }
    let port = UInt16(try arguments.integer("port", in: 0...65_535) ?? 8080)
    var page = Page.usual
    // With a wait of the reader's choice the server is what is measured, not the page's computing.
    if let wait = try arguments.integer("wait", in: 0...60_000) {
      page = Page(work: .zero, wait: .milliseconds(wait))
    }
    let server: any Server
    do {
      server = try discipline.serve(page, port: port, onEvent: { complain("\($0)") })
    } catch {
      throw Complaint.unavailable(
        error.code == EADDRINUSE
          ? "port \(port) is already in use" : "cannot listen at port \(port): \(error)",
        advice: ["Choose another one with --port, or --port 0 for any free port."])
    }
    let work = page.work == .zero ? "computes nothing" : "computes for \(page.work / .milliseconds(1)) ms"
    complain(
      """
      \(discipline.label), on this machine alone: http://127.0.0.1:\(server.port)/
      The page \(work) and waits for \(page.wait.inWholeMilliseconds). Ctrl-C ends the server. Try, in another terminal:
        curl -i http://127.0.0.1:\(server.port)/
        wrk -t1 -c100 -d5s --latency http://127.0.0.1:\(server.port)/
      """)
    while true { Thread.sleep(forTimeInterval: 3600) }
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
