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
    ["Locking", "EventLoop", "Workload", "Measurement", "Figures", "LessonKit"]
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
    .target(name: "CEpoll"),
    .target(name: "Locking"),
    .target(
      name: "EventLoop",
      dependencies: ["Locking", .target(name: "CEpoll", condition: .when(platforms: [.linux]))]),
    .target(name: "Workload"),
    .target(name: "Measurement", dependencies: ["Locking"]),
    .target(name: "Serving", dependencies: ["Locking", "EventLoop", "Measurement"]),
    .target(name: "Figures", dependencies: ["Measurement"]),
    .target(name: "LessonKit", dependencies: ["EventLoop", "Workload", "Measurement", "Figures"]),
    .target(name: "Workbook", dependencies: ["LessonKit", "Figures"]),
    .executableTarget(name: "bench", dependencies: ["EventLoop", "Measurement"]),
    .executableTarget(name: "lessons", dependencies: ["Workbook", "LessonKit", "Figures"]),

    // What several test targets need.
    .target(name: "TestSupport", dependencies: ["LessonKit"], path: "Tests/Support"),

    .testTarget(name: "EventLoopTests", dependencies: ["EventLoop"]),
    .testTarget(name: "WorkloadTests", dependencies: ["Workload"]),
    .testTarget(name: "MeasurementTests", dependencies: ["Measurement"]),
    .testTarget(name: "ServingTests", dependencies: ["Serving", "EventLoop", "Measurement"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "Measurement"]),
    .testTarget(name: "LessonKitTests", dependencies: ["LessonKit", "EventLoop", "Measurement", "Figures"]),
    // All lessons at once: what every one of them has to keep.
    .testTarget(
      name: "LessonsTests",
      dependencies: ["LessonKit", "EventLoop"] + lessons.map { .init(stringLiteral: $0.target) }),
    // The lessons' executables too: the workbook checks itself, exercises, marks and claims, by running them.
    .testTarget(
      name: "WorkbookTests",
      dependencies: [
        "Workbook", "LessonKit", "Figures", "EventLoop", "Measurement", "TestSupport", "lessons",
      ]
        + lessons.map { .init(stringLiteral: $0.target) }),
  ]
    + lessons.map {
      .executableTarget(
        name: $0.target, dependencies: $0.modules, path: "Lessons/\($0.folder)",
        exclude: ["Stubs"] + $0.notSwift)
    }
    + lessons.map {
      .testTarget(
        name: $0.target + "Tests",
        dependencies: [.init(stringLiteral: $0.target), "TestSupport"] + $0.modules)
    },
  swiftLanguageModes: [.v6])

for target in package.targets where target.name != "CEpoll" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
