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
    .library(name: "Serving", targets: ["Serving"]),
    .executable(name: "serial-vs-async", targets: ["SerialVersusAsync"]),
    .executable(name: "scalability-vs-speed", targets: ["ScalabilityVersusSpeed"]),
    .executable(name: "core-usage", targets: ["CoreUsage"]),
  ],
  dependencies: [],
  targets: [
    // From the ground up: a module knows only the modules above it.
    .target(name: "CEpoll"),
    .target(
      name: "EventLoop", dependencies: [.target(name: "CEpoll", condition: .when(platforms: [.linux]))]),
    .target(name: "Workload"),
    .target(name: "Measurement"),
    .target(name: "Serving", dependencies: ["EventLoop", "Measurement"]),
    .target(name: "Figures", dependencies: ["Measurement"]),
    .target(name: "LessonKit", dependencies: ["EventLoop", "Measurement", "Figures"]),
    .target(name: "Workbook", dependencies: ["LessonKit", "Figures"]),
    .executableTarget(name: "lessons", dependencies: ["Workbook", "LessonKit", "Figures"]),

    // The lessons, one executable each.
    .executableTarget(
      name: "SerialVersusAsync",
      dependencies: ["EventLoop", "Workload", "Measurement", "Figures", "LessonKit"],
      path: "Lessons/01-serial-vs-async", exclude: ["Stubs"]),
    .executableTarget(
      name: "ScalabilityVersusSpeed",
      dependencies: ["EventLoop", "Measurement", "Serving", "Figures", "LessonKit"],
      path: "Lessons/02-scalability-vs-speed", exclude: ["Stubs"]),
    .executableTarget(
      name: "CoreUsage",
      dependencies: ["EventLoop", "Workload", "Measurement", "Figures", "LessonKit"],
      path: "Lessons/04-core-usage", exclude: ["Python", "Stubs"]),

    .testTarget(name: "EventLoopTests", dependencies: ["EventLoop"]),
    .testTarget(name: "WorkloadTests", dependencies: ["Workload"]),
    .testTarget(name: "MeasurementTests", dependencies: ["Measurement"]),
    .testTarget(name: "ServingTests", dependencies: ["Serving", "EventLoop", "Measurement"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "Measurement"]),
    .testTarget(name: "LessonKitTests", dependencies: ["LessonKit", "EventLoop", "Measurement", "Figures"]),
    .testTarget(
      name: "WorkbookTests",
      dependencies: ["Workbook", "LessonKit", "Figures", "EventLoop", "lessons", "SerialVersusAsync"]),
    .testTarget(
      name: "SerialVersusAsyncTests",
      dependencies: ["SerialVersusAsync", "EventLoop", "Workload", "Measurement", "LessonKit"]),
    .testTarget(
      name: "ScalabilityVersusSpeedTests",
      dependencies: ["ScalabilityVersusSpeed", "EventLoop", "Measurement", "Serving", "LessonKit"]),
    .testTarget(
      name: "CoreUsageTests",
      dependencies: ["CoreUsage", "EventLoop", "Workload", "Measurement", "LessonKit"]),
  ],
  swiftLanguageModes: [.v6])

for target in package.targets where target.name != "CEpoll" {
  target.swiftSettings = settings
}
