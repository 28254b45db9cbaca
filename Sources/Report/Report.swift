public import Measurement

/// What a lesson found out: the form in which launcher, book and scripts read it (`--json`), version 1.
///
/// All times are numbers of milliseconds, counted from the origin of their timeline.
public struct Report: Sendable, Hashable, Codable {
  /// The version of the format that this code writes.
  public static let currentVersion = 1

  /// The version of the format.
  public var version = Report.currentVersion
  /// The lesson's id.
  public var lesson: String
  /// `real` or `virtual`.
  public var time: String
  /// Where the lesson ran.
  public var machine: Machine
  /// The lesson's parts, in the order of the story.
  public var parts: [Part]
  /// The claims, in the order of the story.
  public var claims: [ClaimRecord]

  /// Creates a report.
  public init(lesson: String, time: String, machine: Machine, parts: [Part], claims: [ClaimRecord]) {
    self.lesson = lesson
    self.time = time
    self.machine = machine
    self.parts = parts
    self.claims = claims
  }

  /// The machine that a lesson ran on.
  public struct Machine: Sendable, Hashable, Codable {
    /// The cores that the process may use.
    public var cores: Int
    /// The operating system's name, for example `Linux`.
    public var os: String
    /// The version of the compiler that built the lesson.
    public var swift: String

    /// Creates a machine's description.
    public init(cores: Int, os: String, swift: String) {
      self.cores = cores
      self.os = os
      self.swift = swift
    }
  }

  /// One part of the story with what was recorded in it.
  public struct Part: Sendable, Hashable, Codable {
    /// A name that is unique within the lesson.
    public var id: String
    /// The part's title.
    public var title: String
    /// The recorded timelines, by id.
    public var timelines: [TimelineRecord] = []
    /// The recorded curves.
    public var curves: [Curve] = []
    /// Single figures by name, for example `response/request-3`.
    public var figures: [String: Quantity] = [:]

    /// Creates an empty part.
    public init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  /// A number with its unit.
  public struct Quantity: Sendable, Hashable, Codable {
    /// The number.
    public var value: Double
    /// The unit, for example `ms`; empty for a plain number.
    public var unit: String

    /// Creates a quantity.
    public init(_ value: Double, unit: String) {
      self.value = value
      self.unit = unit
    }
  }

  /// A timeline as the report holds it.
  public struct TimelineRecord: Sendable, Hashable, Codable {
    /// A name that is unique within the lesson.
    public var id: String
    /// The lanes.
    public var lanes: [LaneRecord]
  }

  /// A lane as the report holds it.
  public struct LaneRecord: Sendable, Hashable, Codable {
    /// What stands in front of the row.
    public var label: String
    /// The spans in order of time.
    public var spans: [SpanRecord]
  }

  /// A span as the report holds it.
  public struct SpanRecord: Sendable, Hashable, Codable {
    /// How the time was spent.
    public var kind: Span.Kind
    /// The start in milliseconds.
    public var start: Double
    /// The end in milliseconds.
    public var end: Double
  }
}

extension Report.TimelineRecord {
  /// Creates the record of a timeline.
  public init(id: String, _ timeline: Timeline) {
    self.id = id
    lanes = timeline.lanes.map { lane in
      Report.LaneRecord(
        label: lane.label,
        spans: lane.spans.map {
          Report.SpanRecord(kind: $0.kind, start: $0.start.inMilliseconds, end: $0.end.inMilliseconds)
        })
    }
  }

  /// The timeline that the record was made from, to the precision of the report.
  public var timeline: Timeline {
    Timeline(
      lanes: lanes.map { lane in
        Lane(
          lane.label, arrival: .milliseconds(lane.spans.first?.start ?? 0),
          spans: lane.spans.map { Span($0.kind, from: .milliseconds($0.start), to: .milliseconds($0.end)) },
          departure: lane.spans.last.map { .milliseconds($0.end) })
      })
  }
}
