import Console
import Foundation
import HTML
import Report

/// Where the figures come from: which machine, when, and how to measure again.
struct Origin: Sendable {
  /// The command that makes the book again.
  var command: String

  /// A sentence for the top of a lesson's page.
  static func summary(of lesson: LessonContent) -> String {
    lesson.report.time == "virtual"
      ? "The figures are exact: they were made in virtual time."
      : "The figures were measured on \(machine(lesson.report.machine))."
  }

  /// What stands below a lesson's page.
  func html(of lesson: LessonContent) -> HTML {
    element("p", ["class": "origin"]) {
      "Made "
      Self.date(lesson.report.made)
      " in \(lesson.report.time) time on \(Self.machine(lesson.report.machine)). Make it again with "
      element("code") { command }
      "; run the lesson with "
      element("code") { "swift run lessons run \(lesson.entry.number)" }
      "."
    }
  }

  static func machine(_ machine: Report.Machine) -> String {
    "\(machine.os) with \(machine.cores) \(machine.cores == 1 ? "core" : "cores"), Swift \(machine.swift)"
  }

  static func date(_ date: Date) -> HTML {
    let format = Date.ISO8601FormatStyle(timeZone: .gmt)
    let exact = date.formatted(format)
    return element("time", ["datetime": exact]) {
      exact.replacing("T", with: " ").replacing("Z", with: " UTC")
    }
  }
}
