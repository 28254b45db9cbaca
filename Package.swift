// swift-tools-version: 6.2
import PackageDescription

/// A lesson: `Lessons/<folder>` becomes the executable `product`, and each of its exercises an executable of its own.
struct LessonTarget {
  var folder: String
  var target: String
  var isServing = false
  var asksDatabase = false
  /// The Swift files on the folder's top level, in the order in which its README reads them.
  var ideas: [String]
  var notSwift = ["README.md"]
  var exercises: [ExerciseTarget]

  var path: String { "Lessons/\(folder)" }
  var product: String { String(folder.dropFirst("00-".count)) }
  var modules: [Target.Dependency] {
    [
      "Platform", "Console", "EventLoop", "Workload", "Queueing", "Measurement", "Figures", "Report",
      "Processes",
      "LessonKit",
    ]
      + (isServing ? ["Serving"] : []) + (asksDatabase ? ["Postgres"] : [])
  }
  var exerciseModules: [Target.Dependency] { exercises.map { .init(stringLiteral: $0.target) } }

  /// What else there is in the folder than an exercise's own. SwiftPM warns of files that a target neither has nor excludes.
  func all(but exercise: ExerciseTarget) -> [String] {
    let others = exercises.filter { $0.name != exercise.name }
    return ["Story", "Grading/\(exercise.name)/\(exercise.name).stub"] + notSwift
      + ideas.map { "\($0).swift" } + others.flatMap(\.sources)
  }
}

/// An exercise: the learner's file `Exercises/<name>.swift`, `Exercises/Kit/<name>+<kit>.swift`, and `Grading/<name>`.
///
/// A file of one exercise that does not compile keeps neither the lesson nor another exercise from being built.
struct ExerciseTarget {
  var name: String
  /// The types that the exercise hands the learner.
  var kit: [String] = []

  var target: String { "\(name)Exercise" }
  /// For example `exercise-two-calls`; the launcher knows it by that name.
  var product: String {
    name.reduce(into: "exercise") { $0 += ($1.isUppercase ? "-" : "") + $1.lowercased() }
  }
  var sources: [String] {
    ["Exercises/\(name).swift", "Grading/\(name)"] + kit.map { "Exercises/Kit/\(name)+\($0).swift" }
  }
}

let lessons = [
  LessonTarget(
    folder: "01-serial-vs-async", target: "SerialVersusAsync", asksDatabase: true,
    ideas: ["ThreeRequests", "Site", "Database", "SerialServer", "AsyncServer", "ThreadServer", "Ceiling"],
    notSwift: ["README.md", "Python"],
    exercises: [
      ExerciseTarget(name: "TwoWords", kit: ["CourseSite"]),
      ExerciseTarget(name: "Overlap"),
      ExerciseTarget(name: "TwoCalls", kit: ["PageDatabase", "StartPage"]),
      ExerciseTarget(name: "Bounded"),
      ExerciseTarget(name: "Ceiling"),
    ]),
  LessonTarget(
    folder: "02-scalability-vs-speed", target: "ScalabilityVersusSpeed", isServing: true,
    ideas: ["Page", "Degrading", "Capacity", "Discipline"],
    notSwift: ["README.md", "Python", "Node", "Go"],
    exercises: [
      ExerciseTarget(name: "Percentile"),
      ExerciseTarget(name: "Little"),
      ExerciseTarget(name: "Knee", kit: ["RampStep"]),
      ExerciseTarget(name: "Capacity", kit: ["ServerKind"]),
      ExerciseTarget(name: "Omission", kit: ["SentRequest"]),
      ExerciseTarget(name: "Shed", kit: ["Refused", "Shedding"]),
    ]),
  LessonTarget(
    folder: "03-threads-vs-async", target: "ThreadsVersusAsync", isServing: true, asksDatabase: true,
    ideas: [
      "Purchase", "Shop", "Services", "ThreadPerRequest", "WaitingRequest", "TakingTurns", "ServerInOrder",
      "OneLoop", "BlockingServer", "MendedServer",
    ],
    notSwift: ["README.md", "Python", "Node", "Go"],
    exercises: [
      ExerciseTarget(name: "Unblock", kit: ["Invoices"]),
      ExerciseTarget(name: "LostUpdate", kit: ["Visits"]),
      ExerciseTarget(name: "Turn", kit: ["Queues", "Sleeper", "Step"]),
      ExerciseTarget(name: "ShareTheThread", kit: ["Sales"]),
      ExerciseTarget(name: "FanIn", kit: ["Consumer", "Producer", "Slots"]),
      ExerciseTarget(name: "Bank", kit: ["Account"]),
      ExerciseTarget(name: "Deadline", kit: ["TimedOut"]),
      ExerciseTarget(name: "Bridge", kit: ["OldCall", "OldContinuation", "OldService"]),
    ]),
  LessonTarget(
    folder: "04-core-usage", target: "CoreUsage", isServing: true,
    ideas: [
      "TwoJobs", "Trend", "OnOneThread", "OnThreads", "OnOneLoop", "InProcesses", "InTaskGroup", "Amdahl",
      "Scraper", "WebServer",
    ],
    notSwift: ["README.md", "Python"],
    exercises: [
      ExerciseTarget(name: "Share", kit: ["ProgramUsage"]),
      ExerciseTarget(name: "Bound"),
      ExerciseTarget(name: "WhichHelps", kit: ["Job", "Language", "Technique"]),
      ExerciseTarget(name: "Tally", kit: ["Board"]),
      ExerciseTarget(name: "Chunks", kit: ["ModelMachine"]),
    ]),
]
let exercises = lessons.flatMap(\.exercises)
/// Learners' code is never optimized: up to 6.3, Swift's optimizer loses the first part of `(place, await answer(request))` where a
/// child task returns it (mended by swiftlang/swift#91911), and a right answer would be wrong.
let asWritten: [SwiftSetting] = [.unsafeFlags(["-Onone"])]

let package = Package(
  name: "async-workbook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lessons", targets: ["lessons"]), .executable(name: "book", targets: ["book"]),
    .executable(name: "play", targets: ["play"]), .executable(name: "workshop", targets: ["workshop"]),
    .executable(name: "reader", targets: ["reader"]),
  ]
    + lessons.map { .executable(name: $0.product, targets: [$0.target]) }
    + exercises.map { .executable(name: $0.product, targets: [$0.target]) },
  dependencies: [],
  targets: [
    // From the ground up: a module knows only modules above it.
    .target(name: "CPlatform"),
    .target(name: "Platform", dependencies: ["CPlatform"]),
    .target(name: "Console", dependencies: ["Platform"]),
    .target(name: "EventLoop", dependencies: ["Platform"]),
    .target(name: "Measurement", dependencies: ["Platform"]),
    .target(name: "Workload"),
    // Computed, not run: in a debug build too, which is what `swift run` makes, a million users must not take minutes.
    .target(
      name: "Queueing", dependencies: ["Workload", "Measurement"], swiftSettings: [.unsafeFlags(["-O"])]),
    .target(name: "Serving", dependencies: ["EventLoop", "Measurement", "Platform"]),
    .target(name: "Processes", dependencies: ["Platform"]),
    .target(name: "Postgres", dependencies: ["EventLoop", "Processes", "Console", "Platform"]),
    .target(name: "Figures", dependencies: ["Measurement", "Console"]),
    .target(name: "Report", dependencies: ["Figures", "Measurement", "Console", "Platform"]),
    .target(
      name: "LessonKit",
      dependencies: [
        "EventLoop", "Workload", "Measurement", "Figures", "Report", "Processes", "Console", "Platform",
      ], exclude: ["Python"]),
    .target(name: "Workbook", dependencies: ["Processes", "Console", "Platform"]),
    .target(name: "Reading", dependencies: ["Console", "Platform"]),
    // Escapes all that comes onto a page.
    .target(name: "HTML"),
    // These four are built when they are called for: the first build of the launcher goes without them.
    .executableTarget(
      name: "book",
      dependencies: [
        "HTML", "Reading", "Workbook", "Report", "Figures", "Measurement", "Workload", "Queueing",
        "Processes",
        "Console", "Platform",
      ],
      exclude: ["Page"]),
    .executableTarget(
      name: "workshop",
      dependencies: ["Workbook", "Report", "Figures", "Measurement", "Processes", "Console", "Platform"]),
    .executableTarget(
      name: "reader", dependencies: ["Reading", "Workbook", "Console", "Platform"],
      exclude: ["NewLesson/Templates"]),
    .executableTarget(
      name: "play",
      dependencies: [
        "Workbook", "Console", "Report", "Figures", "Measurement", "Workload", "Queueing", "EventLoop",
        "Platform",
      ]),
    .executableTarget(name: "bench", dependencies: ["EventLoop", "Measurement", "Postgres", "Processes"]),
    .executableTarget(name: "lessons", dependencies: ["Workbook", "Console", "Platform"]),

    // What several test targets need.
    .target(name: "TestSupport", dependencies: ["Processes", "LessonKit"], path: "Tests/Support"),

    .executableTarget(
      name: "test-program", dependencies: ["Processes", "Platform", "Report"], path: "Tests/Program"),
    // Reads inputs that are hostile: for '.ci/hostile'.
    .executableTarget(
      name: "hostile",
      dependencies: ["Reading", "Workbook", "Serving", "Report", "Processes", "Console", "Platform"],
      path: "Tests/Hostile"),

    .testTarget(name: "PlatformTests", dependencies: ["Platform"]),
    .testTarget(
      name: "ProcessesTests", dependencies: ["Processes", "Platform", "TestSupport", "test-program"]),
    .testTarget(name: "ConsoleTests", dependencies: ["Console"]),
    .testTarget(name: "ReportTests", dependencies: ["Report", "Figures", "Measurement", "Console"]),
    .testTarget(name: "EventLoopTests", dependencies: ["EventLoop", "Platform"]),
    .testTarget(name: "QueueingTests", dependencies: ["Queueing", "Workload", "Measurement", "EventLoop"]),
    .testTarget(name: "MeasurementTests", dependencies: ["Measurement"]),
    .testTarget(name: "ServingTests", dependencies: ["Serving", "EventLoop", "Measurement", "Platform"]),
    .testTarget(
      name: "PostgresTests", dependencies: ["Postgres", "EventLoop", "Processes", "Report", "Platform"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "Measurement", "Console"]),
    .testTarget(
      name: "LessonKitTests",
      dependencies: [
        "LessonKit", "EventLoop", "Measurement", "Figures", "Report", "Console", "Platform", "Workload",
      ]),
    .testTarget(
      name: "BookTests",
      dependencies: [
        "book", "HTML", "Reading", "Workbook", "Measurement", "Workload", "Queueing", "Report", "Processes",
        "Console",
        "Platform", "TestSupport",
      ]
        + lessons.map { .init(stringLiteral: $0.target) }),
    .testTarget(
      name: "PlayTests",
      dependencies: [
        "play", "Workbook", "Console", "Report", "Figures", "Measurement", "Workload", "Queueing",
        "EventLoop",
        "TestSupport",
        "SerialVersusAsync",
      ]),
    // All lessons at once: what every one of them has to keep.
    .testTarget(
      name: "LessonsTests",
      dependencies: [
        "LessonKit", "EventLoop", "Figures", "Measurement", "Report", "Workbook", "workshop", "Processes",
        "Console",
      ]
        + lessons.map { .init(stringLiteral: $0.target) } + lessons.flatMap(\.exerciseModules)),
    // The lessons' executables too: the workbook checks itself, marks and claims, by running them.
    .testTarget(
      name: "WorkbookTests",
      dependencies: [
        "Workbook", "Reading", "LessonKit", "Report", "Figures", "EventLoop", "Measurement", "Processes",
        "Console", "Platform", "TestSupport", "CPlatform", "lessons", "reader", "workshop", "play",
        "test-program",
      ]
        + lessons.map { .init(stringLiteral: $0.target) }),
  ]
    + lessons.map {
      .executableTarget(
        name: $0.target, dependencies: $0.modules, path: $0.path,
        exclude: ["Exercises", "Grading"] + $0.notSwift)
    }
    + lessons.flatMap { lesson in
      lesson.exercises.map {
        .executableTarget(
          name: $0.target,
          dependencies: [
            "LessonKit", "EventLoop", "Workload", "Measurement", "Figures", "Console", "Platform",
          ],
          path: lesson.path, exclude: lesson.all(but: $0), sources: $0.sources, swiftSettings: asWritten)
      }
    }
    + lessons.map {
      .testTarget(
        name: $0.target + "Tests",
        dependencies: [.init(stringLiteral: $0.target), "TestSupport"] + $0.modules + $0.exerciseModules,
        swiftSettings: asWritten)
    },
  swiftLanguageModes: [.v6])

for target in package.targets where target.name != "CPlatform" {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      // An index of Foundation for the editor would cost a fifth of the first build.
      .unsafeFlags(["-index-ignore-system-modules"]),
    ]
}
