package import Console
import Foundation
import Platform

/// Finds out what the workbook can do on this machine.
package enum Doctor {
  /// Everything that is looked at, in order of importance.
  ///
  /// - Parameters:
  ///   - checkout: the workbook, or `nil` where none was found.
  ///   - terminal: the terminal's description, for its finding.
  /// - Throws: a complaint of the status `interrupted`.
  package static func findings(checkout: Checkout?, terminal: Terminal) throws(Complaint) -> [Inspection] {
    try ProgramFindings.toolchain() + [self.checkout(checkout)] + MachineFindings.all()
      + [self.terminal(terminal), locale(terminal)] + ProgramFindings.optional()
  }

  private static func checkout(_ checkout: Checkout?) -> Inspection {
    let purpose = "holds the lessons and what you build of them"
    guard let checkout else {
      return Inspection(
        "checkout", "not found", .missing, for: purpose,
        advice: "Go to where you cloned the workbook ('cd async-workbook'), and try again.")
    }
    return checkout.isWritable
      ? Inspection("checkout", "\(checkout.root.path), writable", for: purpose)
      : Inspection(
        "checkout", "\(checkout.root.path), read-only", .limited, for: purpose,
        advice: "Copy it to where you may write: here nothing can be built, and no exercise be saved.")
  }

  private static func terminal(_ terminal: Terminal) -> Inspection {
    let purpose = "shows the pictures, live where it can be redrawn"
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    let type = name.isEmpty ? "TERM is not set" : "TERM is \(name)"
    let features = "\(terminal.style.width) columns, \(terminal.style.color ? "colours" : "no colours")"
    if !TerminalDevice.isOutput {
      return Inspection(
        "terminal", "none: output goes elsewhere, and pictures are printed once", for: purpose)
    }
    if terminal.canRedraw { return Inspection("terminal", "\(features), \(type)", for: purpose) }
    return Inspection(
      "terminal", "\(features), cannot be redrawn, \(type)", .limited, for: purpose,
      advice: "Set TERM to what your terminal is, for example 'export TERM=xterm-256color'.")
  }

  private static func locale(_ terminal: Terminal) -> Inspection {
    let environment = ProcessInfo.processInfo.environment
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].first { !(environment[$0] ?? "").isEmpty }
    let value = set.map { "\($0) is \(environment[$0] ?? "")" } ?? "not set"
    return terminal.style.ascii
      ? Inspection(
        "locale", "\(value), ASCII only", .limited, for: "tells which characters can be drawn",
        advice: "'export LANG=C.UTF-8' gives finer pictures.")
      : Inspection("locale", "\(value), Unicode", for: "tells which characters can be drawn")
  }
}
