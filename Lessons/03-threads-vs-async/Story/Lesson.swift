import Console
import LessonKit
import Postgres
import Processes

/// To keep many requests waiting at once: what does a thread for each cost, what does a task for each cost, and why does one
/// thread suffice?
@main
struct ThreadsVersusAsync: Lesson {
  static let entry = Syllabus.threadsVersusAsync
  static var parts: [any StoryPart.Type] {
    [
      ThreadEach.self, Costs.self, InOrder.self, PutAside.self, OneThread.self, Steps.self, Blocking.self,
      SwiftsPool.self,
    ]
  }
  static var helpers: [any HelperTask] {
    [Crowd.process, Turns.process, PoolWidth.process, CardProcess.process]
  }

  static let knobs = TurnedShop.knobs
  static func turn(_ knobs: Knobs, isExact: Bool) throws -> (Story) throws -> Void {
    let shop = TurnedShop(knobs)
    guard isExact || shop.threads == 1 else {
      throw Complaint.usage("more than one thread is computed, in virtual time: leave out --time real")
    }
    return { try $0.tell(TurnedBlocking(shop: shop)) }
  }

  static let options = [
    Arguments.Option(
      "trace", help: "Print every step of the event loop for three purchases, and nothing else."),
    .python, .node, .go,
    Arguments.Option(
      "database", value: "URL", needsValue: false,
      help: "Serve purchases from a real PostgreSQL and a web service too: one of its own, or the one at URL."
    ),
  ]

  static func begin(_ arguments: Arguments) throws { try OwnSchema.check(arguments) }

  static func excerpt(_ arguments: Arguments) -> (any StoryPart)? {
    arguments.has("trace") ? EveryStep() : nil
  }

  static func tell(_ story: Story) throws {
    let crowds = try story.tell(ThreadEach()).crowds
    try story.tell(Costs(crowds: crowds))
    try story.tell(InOrder())
    let served = try story.tell(PutAside()).oneByOne
    try story.tell(OneThread(served: served, crowds: crowds))
    try story.tell(Steps())
    try story.tell(Blocking())
    try story.tell(SwiftsPool())
    if let address = story.arguments.value("database") {
      try askServices(at: address.isEmpty ? nil : address, story)
    } else if !story.isExact, (try? ThrowawayServer.programs()) != nil {
      story.remark(
        "PostgreSQL is on this machine: --database serves purchases from a real database and a web service.")
    }
    if story.isExact { return }
    let (python, node, go) = (story.python, story.node, story.go)
    let areThere = try [python, node, go].map { try $0.isThere }
    if areThere[0] { try story.tellIfAvailable(InPython(interpreter: python)) }
    if areThere.contains(true) {
      try story.tell(Elsewhere(crowds: crowds, python: python, node: node, go: go))
    }
  }

  private static func askServices(at address: String?, _ story: Story) throws {
    do {
      try story.tell(OnServices(tables: try ShopTables(at: address) { story.progress($0) }))
    } catch let error as PostgresError {
      throw error.complaint
    } catch let failure as HelperFailure {
      throw Complaint.unavailable("the service that charges cards cannot be shown: \(failure)")
    }
  }
}
