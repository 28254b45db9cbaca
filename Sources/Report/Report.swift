package import Console
package import Figures
package import Foundation

/// What a lesson told and found out: the form in which launcher, book and scripts read it (`--json`), version 2.
///
/// It holds all that a reader saw, in the story's order, so that the lesson can be drawn again without running it.
/// All times are numbers of milliseconds, counted from the origin of their timeline.
package struct Report: Codable, Hashable, Sendable {
  package private(set) var version = ReportJSON.currentVersion
  /// The lesson's id.
  package var lesson: String
  /// `real` or `virtual`.
  package var time: String
  package var machine: Machine
  /// When the report was made, to the second.
  package var made: Date
  /// The command that made it, for example `serial-vs-async --json`.
  package var command: String
  /// The lesson's own options that were turned, by name.
  package var knobs: [String: String]
  package var parts: [Part]
  package var claims: [ClaimRecord]

  package init(
    lesson: String, time: String, machine: Machine, made: Date = Date(), command: String,
    knobs: [String: String] = [:], parts: [Part], claims: [ClaimRecord]
  ) {
    self.lesson = lesson
    self.time = time
    self.machine = machine
    self.made = Date(timeIntervalSince1970: made.timeIntervalSince1970.rounded(.down))
    self.command = command
    self.knobs = knobs
    self.parts = parts
    self.claims = claims
  }

  package struct Machine: Codable, Hashable, Sendable {
    /// The cores that the process may use.
    package var cores: Int
    /// The operating system's name, for example `Linux`.
    package var os: String
    /// The version of the compiler that built the lesson.
    package var swift: String

    package init(cores: Int, os: String, swift: String) {
      self.cores = cores
      self.os = os
      self.swift = swift
    }
  }

  package struct Part: Codable, Hashable, Sendable {
    /// A name that is unique within the lesson.
    package var id: String
    package var title: String
    package var told: [Told]
    /// Single figures by name, for example `response/request-3`.
    package var figures: [String: Quantity]
    /// What to try next; `nil` where the part suggests nothing.
    package var whatIf: WhatIf?

    package init(id: String, title: String, told: [Told] = [], figures: [String: Quantity] = [:]) {
      self.id = id
      self.title = title
      self.told = told
      self.figures = figures
    }

    package var pictures: [Figure] { told.compactMap(\.picture) }

    private enum CodingKeys: CodingKey { case id, title, told, figures, whatIf }
    /// Pictures that stand in `told`, once more by kind: for scripts that want nothing else.
    private enum DerivedKeys: CodingKey { case timelines, curves }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(title, forKey: .title)
      try container.encode(told, forKey: .told)
      try container.encode(figures, forKey: .figures)
      try container.encodeIfPresent(whatIf, forKey: .whatIf)
      var derived = encoder.container(keyedBy: DerivedKeys.self)
      try derived.encode(pictures.filter { $0.kind == .timeline }, forKey: .timelines)
      try derived.encode(pictures.filter { $0.kind == .curve }, forKey: .curves)
    }
  }

  package struct Quantity: Codable, Hashable, Sendable {
    package var value: Double
    /// The unit, for example `ms`; empty for a plain number.
    package var unit: String

    package init(_ value: Double, unit: String) {
      self.value = value
      self.unit = unit
    }
  }
}
