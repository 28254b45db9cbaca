/// What a request is answered with, in the exercises of lesson 1.
package struct Response: Sendable, Hashable {
  package var greeting: String
  package var courses: [String]

  package init(greeting: String, courses: [String]) {
    self.greeting = greeting
    self.courses = courses
  }
}
