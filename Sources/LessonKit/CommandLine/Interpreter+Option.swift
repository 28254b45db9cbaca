package import Console
package import Processes

extension Arguments.Option {
  package static let python = Arguments.Option(
    "python", value: "PATH", help: "The Python to compare with; usually the python3 that is found.")
  package static let node = Arguments.Option(
    "node", value: "PATH", help: "The Node to compare with; usually the node that is found.")
  package static let go = Arguments.Option(
    "go", value: "PATH", help: "The Go to compare with; usually the go that is found.")
}

extension Story {
  /// The interpreters that ``Report/Arguments/Option`` names, or those that are found.
  package var python: Interpreter { .python(arguments.value("python")) }
  package var node: Interpreter { .node(arguments.value("node")) }
  package var go: Interpreter { .go(arguments.value("go")) }
}
