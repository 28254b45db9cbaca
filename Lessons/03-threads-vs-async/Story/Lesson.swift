import LessonKit
import Processes
import Report

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
  static var helpers: [any HelperTask] { [Crowd.process, Turns.process, PoolWidth.process] }

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
    Arguments.Option(
      "python", value: "PATH", help: "The Python to compare with; usually the python3 that is found."),
    Arguments.Option(
      "node", value: "PATH", help: "The Node to compare with; usually the node that is found."),
  ]

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
    if story.isExact { return }
    let python = Interpreter.python(story.arguments.value("python"))
    let node = Interpreter.node(story.arguments.value("node"))
    let (hasPython, hasNode) = (try python.isThere, try node.isThere)
    if hasPython { try story.tellIfAvailable(InPython(interpreter: python)) }
    if hasPython || hasNode { try story.tell(Elsewhere(crowds: crowds, python: python, node: node)) }
  }
}
