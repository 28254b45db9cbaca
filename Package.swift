// swift-tools-version: 6.2
import PackageDescription

/// What a lesson's target is made from: `Lessons/<folder>` becomes the executable `product`.
struct LessonTarget {
  var folder: String
  var target: String
  var isServing = false
  var notSwift: [String] = []

  var product: String { String(folder.dropFirst("00-".count)) }
  var modules: [Target.Dependency] {
    ["Platform", "EventLoop", "Workload", "Measurement", "Figures", "Report", "Processes", "LessonKit"]
      + (isServing ? ["Serving"] : [])
  }
}

let lessons = [
  LessonTarget(folder: "01-serial-vs-async", target: "SerialVersusAsync"),
  LessonTarget(folder: "02-scalability-vs-speed", target: "ScalabilityVersusSpeed", isServing: true),
  LessonTarget(folder: "03-threads-vs-async", target: "ThreadsVersusAsync"),
  LessonTarget(folder: "04-core-usage", target: "CoreUsage", isServing: true, notSwift: ["Python"]),
]

let package = Package(
  name: "async-workbook",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "lessons", targets: ["lessons"])]
    + lessons.map { .executable(name: $0.product, targets: [$0.target]) },
  dependencies: [],
  targets: [
    // From the ground up: a module knows only modules above it.
    .target(name: "CPlatform"),
    .target(name: "Platform", dependencies: ["CPlatform"]),
    .target(name: "EventLoop", dependencies: ["Platform"]),
    // Computed, not run: in a debug build too, which is what `swift run` makes, a million users must not take minutes.
    .target(name: "Workload", swiftSettings: [.unsafeFlags(["-O"])]),
    .target(name: "Measurement", dependencies: ["Platform"]),
    .target(name: "Serving", dependencies: ["EventLoop", "Measurement", "Platform"]),
    .target(name: "Processes", dependencies: ["Platform"]),
    .target(name: "Figures", dependencies: ["Measurement"]),
    .target(name: "Report", dependencies: ["Figures", "Measurement", "Platform"]),
    .target(
      name: "LessonKit",
      dependencies: [
        "EventLoop", "Workload", "Measurement", "Figures", "Report", "Processes", "Platform",
      ]),
    .target(name: "Workbook", dependencies: ["Report", "Figures", "Measurement", "Processes", "Platform"]),
    .executableTarget(name: "bench", dependencies: ["EventLoop", "Measurement"]),
    .executableTarget(name: "lessons", dependencies: ["Workbook", "Report", "Figures", "Platform"]),

    // What several test targets need.
    .target(name: "TestSupport", dependencies: ["Processes"], path: "Tests/Support"),

    .testTarget(name: "PlatformTests", dependencies: ["Platform"]),
    .testTarget(name: "ProcessesTests", dependencies: ["Processes", "Platform", "TestSupport"]),
    .testTarget(name: "ReportTests", dependencies: ["Report", "Figures", "Measurement"]),
    .testTarget(name: "EventLoopTests", dependencies: ["EventLoop", "Platform"]),
    .testTarget(name: "WorkloadTests", dependencies: ["Workload", "EventLoop"]),
    .testTarget(name: "MeasurementTests", dependencies: ["Measurement"]),
    .testTarget(name: "ServingTests", dependencies: ["Serving", "EventLoop", "Measurement", "Platform"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "Measurement"]),
    .testTarget(
      name: "LessonKitTests",
      dependencies: ["LessonKit", "EventLoop", "Measurement", "Figures", "Report", "Platform", "Workload"]),
    // All lessons at once: what every one of them has to keep.
    .testTarget(
      name: "LessonsTests",
      dependencies: ["LessonKit", "EventLoop", "Figures", "Report"]
        + lessons.map { .init(stringLiteral: $0.target) }),
    // The lessons' executables too: the workbook checks itself, exercises, marks and claims, by running them.
    .testTarget(
      name: "WorkbookTests",
      dependencies: [
        "Workbook", "LessonKit", "Report", "Figures", "EventLoop", "Measurement", "Processes", "Platform",
        "TestSupport", "lessons",
      ]
        + lessons.map { .init(stringLiteral: $0.target) }),
  ]
    + lessons.map {
      .executableTarget(
        name: $0.target, dependencies: $0.modules, path: "Lessons/\($0.folder)",
        exclude: ["README.md", "Stubs"] + $0.notSwift)
    }
    + lessons.map {
      .testTarget(
        name: $0.target + "Tests",
        dependencies: [.init(stringLiteral: $0.target), "TestSupport"] + $0.modules)
    },
  swiftLanguageModes: [.v6])

for target in package.targets where target.name != "CPlatform" {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
