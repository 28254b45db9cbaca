/// Thrown by an exercise that is still to do: replace the line that throws it.
package struct ToDo: Error, Sendable, Hashable {
  package init() {}
}
