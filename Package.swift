// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "async-workbook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lessons", targets: ["lessons"]),
    .executable(name: "serial-vs-async", targets: ["SerialVersusAsync"]),
    .executable(name: "threads-vs-async", targets: ["ThreadsVersusAsync"]),
  ],
  dependencies: [],
  targets: [
    // From the ground up: a module knows only the modules above it.
    .target(name: "EventLoop"),
    .target(name: "Workload"),
    .target(name: "Measurement"),
    .target(name: "Figures", dependencies: ["Measurement"]),
    .target(name: "LessonKit", dependencies: ["EventLoop", "Measurement", "Figures"]),
    .target(name: "Workbook", dependencies: ["LessonKit", "Figures"]),
    .executableTarget(name: "lessons", dependencies: ["Workbook"]),
    .executableTarget(name: "bench", dependencies: ["EventLoop", "Measurement"]),

    // The lessons, one executable each.
    .executableTarget(
      name: "SerialVersusAsync",
      dependencies: ["EventLoop", "Workload", "Measurement", "Figures", "LessonKit"],
      path: "Lessons/01-serial-vs-async", exclude: ["Stubs"]),
    .executableTarget(
      name: "ThreadsVersusAsync",
      dependencies: ["EventLoop", "Workload", "Measurement", "Figures", "LessonKit"],
      path: "Lessons/03-threads-vs-async", exclude: ["Stubs"]),

    .testTarget(name: "EventLoopTests", dependencies: ["EventLoop"]),
    .testTarget(name: "WorkloadTests", dependencies: ["Workload"]),
    .testTarget(name: "MeasurementTests", dependencies: ["Measurement"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "Measurement"]),
    .testTarget(name: "LessonKitTests", dependencies: ["LessonKit", "EventLoop", "Measurement", "Figures"]),
    .testTarget(name: "WorkbookTests", dependencies: ["Workbook", "LessonKit"]),
    .testTarget(
      name: "SerialVersusAsyncTests",
      dependencies: ["SerialVersusAsync", "EventLoop", "Workload", "Measurement", "LessonKit"]),
    .testTarget(
      name: "ThreadsVersusAsyncTests",
      dependencies: ["ThreadsVersusAsync", "EventLoop", "Workload", "Measurement", "Figures", "LessonKit"]),
  ],
  swiftLanguageModes: [.v6])

for target in package.targets {
  target.swiftSettings = settings
}
