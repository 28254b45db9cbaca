import EventLoop
import LessonKit

// Exercise 1.2, two-calls: make a page from calls to the database, and let those overlap that can.
//
// The page needs three things: database.user(), then database.courses(of: user), which has to know the user, and
// database.news(), which has to know nothing. Each throws if the database is not there, and so do you: half a page is
// none. The event loop is there if you want to begin tasks of your own.
//
//   what awaiting each in turn does      what is wanted
//   user     ░░░░                        user     ░░░░
//   courses      ░░░░░░                  courses      ░░░░░░
//   news               ░░░░░░░           news     ░░░░░░░
//
// Check yourself with: swift run lessons check two-calls

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  throw ToDo()
}
