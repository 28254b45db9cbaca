import EventLoop
import LessonKit

/// Exercise 1.2: how it is told. How an answer is judged stands beside it.
enum TwoCallsExercise {
  typealias Function = @Sendable (PageDatabase, EventLoop) async throws -> StartPage

  static let exercise = Exercise(
    "two-calls", question: "Make a page from calls to the database, and let those overlap that can.",
    file: "TwoCalls.swift",
    hints: [
      "Which call needs what another returns? Only those two have to stand one after the other.",
      "`async let` begins a call in a child task and goes on at once. Where you read its value you await it: read it as "
        + "late as you can.",
      "`async let news = database.news()` comes first. Then await the user and the courses as usual, and the news last.",
    ],
    learner: { try await twoCalls(to: $0, on: $1) } as Function,
    solution: { try await Solutions.twoCalls(to: $0, on: $1) },
    mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "one-after-the-other",
      says:
        "You await each call before you begin the next. The courses have to wait for the user, but the news wait for "
        + "nobody: begin them before you await anything.",
      { try await Mistakes.TwoCalls.oneAfterTheOther(to: $0, on: $1) }),
    Mistake(
      "awaits-at-once",
      says:
        "You begin child tasks and await each at once, so that one has ended before the next begins: that is one after "
        + "the other, with more words. A child runs beside you only between its beginning and its `await`: begin the news "
        + "first, and await them last.",
      { try await Mistakes.TwoCalls.awaitsAtOnce(to: $0, on: $1) }),
    Mistake(
      "overlaps-the-dependent-call",
      says:
        "You ask for the courses before you know the user. That is fast, and they are somebody else's courses: a call "
        + "that needs what another returns has to wait for it.",
      { try await Mistakes.TwoCalls.overlapsTheDependentCall(to: $0, on: $1) }),
    Mistake(
      "swallows-the-failure",
      says:
        "A call failed, and you returned a page as if all were well. Whoever reads it cannot tell missing news from "
        + "none: let the error through.",
      { try await Mistakes.TwoCalls.swallowsTheFailure(to: $0, on: $1) }),
    Mistake(
      "begins-the-news-late",
      says:
        "Your calls overlap, but you begin the news only when the user is there, and they do not need the user: "
        + "begin them before you await anything.",
      { try await Mistakes.TwoCalls.beginsTheNewsLate(to: $0, on: $1) }),
    Mistake(
      "holds-the-courses-up",
      says:
        "Your calls overlap, but the user is there and the courses do not begin, because you await the news first. "
        + "Await the news as late as you can: where the page is made.",
      { try await Mistakes.TwoCalls.holdsTheCoursesUp(to: $0, on: $1) }),
  ]
}
