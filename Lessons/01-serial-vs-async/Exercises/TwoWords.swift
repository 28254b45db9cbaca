import LessonKit
import Workload

// Exercise 1.1, two-words: make a handler that keeps the thread while it waits give the thread back.
//
// This is the handler of the serial server. Write it once more, with the words added that let other requests run while the
// database works. The five steps and their order stay the same, and each is done once. No step needs a task of its own.
//
//   let request = site.receive(request)
//   let user = try site.user(for: request)
//   let greeting = site.greet(user, for: request)
//   let courses = try site.courses(of: user, for: request)
//   return site.respond(greeting, courses, to: request)
//
//   as it stands here                    what is wanted
//   request 1  █▓▓▓▓▓█                   request 1  █░░░░░█
//   request 2         █▓▓▓▓▓█            request 2   █░░░░░█
//
// The calls `user` and `courses` ask a database. A `CourseSite` has each of them twice under the same name: one form keeps the
// thread until the answer is there (▓), the other is awaited and gives it back (░). If a call throws, throw its error, unchanged.
// The other three compute. You may change the function's head, too. A `Request` has a `label`.
// A `Response` has a `greeting` (String) and `courses` ([String]); `respond` makes it.
//
// Check your answer with: swift run lessons check two-words

func handle(_ request: Request, on site: CourseSite) throws -> Response {
  throw ToDo()
}
