import EventLoop
import LessonKit

// Exercise 1.3, two-calls: fetch a page's parts from the database, and let the calls overlap where they can.
//
// The page needs three parts: `database.user()`; `database.courses(of: user)`, which has to know the user; and
// `database.news()`, which depends on nothing. Ask for each once. If a call throws, throw its error, unchanged: half a page is
// no page. If several do, throw any of their errors. Whether you cancel the other calls then, or wait for them, is up to you.
//
//   awaiting one after another           what is wanted
//   user     ░░░░                        user     ░░░░
//   courses      ░░░░░░                  courses      ░░░░░░
//   news               ░░░░░░░           news     ░░░░░░░
//
// You get a `PageDatabase` with these three calls, and the event loop in case you want to start tasks of your own.
// A `StartPage` has a `user` (String), `courses` ([String]) and `news` ([String]).
//
// Check your answer with: swift run lessons check two-calls

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  throw ToDo()
}
