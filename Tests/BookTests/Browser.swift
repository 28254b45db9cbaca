import Foundation
import Platform
import Processes
import Workbook
import XCTest

/// A headless Chromium, driven over two pipes: JSON messages, each ended by a zero byte (`--remote-debugging-pipe`).
final class Browser {
  /// What went wrong between the test and the browser.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
  private let folder: URL
  private let process: ChildProcess
  private let input: FileHandle
  private let output: FileHandle
  private var unread = Data()
  private var session: String?
  private var number = 0
  /// What the browser told since the page was opened, besides answers.
  private(set) var events: [[String: Any]] = []

  /// Starts a browser.
  ///
  /// - Throws: `XCTSkip` where there is none.
  init() throws {
    guard let chromium = Self.names.lazy.compactMap({ Programs.find($0) }).first else {
      throw XCTSkip("there is no Chromium here to look at the pages with ('apt install chromium')")
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    signal(SIGPIPE, SIG_IGN)
    let pipes = ["in", "out"].map { folder.appending(path: $0).path }
    for pipe in pipes {
      guard mkfifo(pipe, 0o600) == 0 else { throw Failure(description: "no pipe \(pipe)") }
    }
    let options = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
      "--disable-dev-shm-usage", "--remote-debugging-pipe",
      "--user-data-dir=\(folder.appending(path: "profile").path)",
    ]
    self.folder = folder
    // The shell gives the browser its descriptors 3 and 4, and becomes the browser.
    process = try Program(
      "/bin/sh", ["-c", "exec \"$@\" 3<'\(pipes[0])' 4>'\(pipes[1])'", "sh", chromium] + options,
      timeLimit: .seconds(300)
    ).start()
    input = try FileHandle(forWritingTo: URL(filePath: pipes[0]))
    output = try FileHandle(forReadingFrom: URL(filePath: pipes[1]))
    // Some systems have a program of that name that only says how to install the browser.
    guard let target = try? ask("Target.createTarget", ["url": "about:blank"])["targetId"] else {
      throw XCTSkip("\(chromium) does not start here, so nothing can look at the pages")
    }
    session =
      try ask("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime", "Network", "Log"] { try ask("\(domain).enable") }
  }

  /// Ends the browser and what it started, and removes its profile.
  func close() {
    session = nil
    _ = try? ask("Browser.close")
    _ = process.waitUntilEnd(isInterrupted: { false }, watch: { _, _ in })
    try? FileManager.default.removeItem(at: folder)
  }

  /// Opens a page and waits until it is loaded.
  func open(_ page: URL) throws {
    events = []
    try ask("Page.navigate", ["url": page.absoluteString])
    while !events.contains(where: { $0["method"] as? String == "Page.loadEventFired" }) {
      events.append(try read())
    }
  }

  /// Sets how wide the page is, and what the reader prefers.
  func show(width: Int, height: Int = 900, isDark: Bool = false, isStill: Bool = true, hasScript: Bool = true)
    throws
  {
    try ask(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    try ask(
      "Emulation.setEmulatedMedia",
      [
        "features": [
          ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"],
          ["name": "prefers-reduced-motion", "value": isStill ? "reduce" : "no-preference"],
        ]
      ])
    try ask("Emulation.setScriptExecutionDisabled", ["value": !hasScript])
  }

  /// The value of an expression of JavaScript in the page.
  func value(_ expression: String) throws -> Any? {
    let answer = try ask(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let exception = answer["exceptionDetails"] { throw Failure(description: "\(exception)") }
    return (answer["result"] as? [String: Any])?["value"]
  }

  func text(_ expression: String) throws -> String { "\(try value(expression) ?? "nothing")" }

  /// Presses a key, as a reader does.
  func press(_ key: String) throws {
    for type in ["keyDown", "keyUp"] {
      try ask("Input.dispatchKeyEvent", ["type": type, "key": key, "code": key])
    }
  }

  /// The page on paper, as PDF.
  func printed() throws -> Data {
    let answer = try ask("Page.printToPDF", ["printBackground": false, "preferCSSPageSize": true])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  /// What the page complained of on the console, and what it asked of any network.
  var complaints: [String] {
    events.compactMap { event in
      let parameters = event["params"] as? [String: Any] ?? [:]
      switch event["method"] as? String {
      case "Runtime.exceptionThrown", "Log.entryAdded": return "\(parameters)"
      case "Runtime.consoleAPICalled": return "\(parameters["args"] ?? "")"
      case "Network.requestWillBeSent":
        let url = (parameters["request"] as? [String: Any])?["url"] as? String ?? ""
        return url.hasPrefix("file:") || url.hasPrefix("data:") ? nil : "asks for \(url)"
      default: return nil
      }
    }
  }

  @discardableResult
  private func ask(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    number += 1
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    message["sessionId"] = session
    try input.write(contentsOf: try JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try read()
      guard answer["id"] as? Int == number else {
        events.append(answer)
        continue
      }
      if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func read() throws -> [String: Any] {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let message = unread[..<end]
        unread = Data(unread[unread.index(after: end)...])
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      let more = output.availableData
      guard !more.isEmpty else { throw Failure(description: "the browser has ended") }
      unread += more
    }
  }
}
