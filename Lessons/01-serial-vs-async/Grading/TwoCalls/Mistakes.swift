import EventLoop
import LessonKit

extension TwoCallsGrading {
  static let mistakes = [
    oneAfterTheOther, awaitsAtOnce, overlapsTheDependentCall, swallowsTheFailure, beginsTheNewsLate,
    holdsTheCoursesUp, leavesACallOut, asksTwice, returnsEarly, guessesTheTime, mixesThePageUp,
    inventsAnError,
    changesTheError, leavesWorkBehind, triesAgain, stallsOnAnError,
  ]

  private static let oneAfterTheOther = Mistake<Function>(
    "one-after-the-other",
    says: """
      You await each call before you start the next. The courses have to wait for the user, but the news needs nothing: start \
      that call before you await anything.
      """,
    hint: """
      In your picture, when does the call for the news begin? What does it need that was not there \
      before?
      """
  ) { database, _ in
    let user = try await database.user()
    let courses = try await database.courses(of: user)
    let news = try await database.news()
    return StartPage(user: user, courses: courses, news: news)
  }

  private static let awaitsAtOnce = Mistake<Function>(
    "awaits-at-once",
    says: """
      You start child tasks, but each call begins only when the one before it has ended. That is still one after the other, \
      only with more words. A child runs beside you from where it starts to where you await it: start the news first, and await \
      it last.
      """,
    hint: """
      How many lines are there between your `async let` and the line that awaits it? What runs beside \
      you in between?
      """
  ) { database, _ in
    async let asked = database.user()
    let user = try await asked
    async let found = database.courses(of: user)
    let courses = try await found
    async let news = database.news()
    return StartPage(user: user, courses: courses, news: try await news)
  }

  private static let overlapsTheDependentCall = Mistake<Function>(
    "overlaps-the-dependent-call",
    says: """
      You ask for the courses before you know the user. That is fast, but whose courses are they? A call that needs what \
      another call returns has to wait for it.
      """,
    hint: "Whose courses do you ask for? Print what you hand to `courses(of:)`."
  ) { database, _ in
    async let user = database.user()
    async let courses = database.courses(of: "")
    async let news = database.news()
    return try await StartPage(user: user, courses: courses, news: news)
  }

  private static let swallowsTheFailure = Mistake<Function>(
    "swallows-the-failure",
    says: """
      A call failed, and you returned a page as if nothing had happened. A reader of that page can't tell missing news from \
      no news. Let the error through.
      """,
    hint: "How could a reader of the page tell that the news is missing? Look for a `try?`."
  ) { database, _ in
    async let news = database.news()
    let user = try await database.user()
    let courses = try await database.courses(of: user)
    return StartPage(user: user, courses: courses, news: (try? await news) ?? [])
  }

  private static let beginsTheNewsLate = Mistake<Function>(
    "begins-the-news-late",
    says: """
      Your calls overlap, but you start the news only when the user is there, although it doesn't depend on the user. Start \
      it before you await anything.
      """,
    hint: """
      Move the line that begins the news to the top. Does anything in it stop you from doing that?
      """
  ) { database, _ in
    let user = try await database.user()
    async let courses = database.courses(of: user)
    async let news = database.news()
    return try await StartPage(user: user, courses: courses, news: news)
  }

  private static let holdsTheCoursesUp = Mistake<Function>(
    "holds-the-courses-up",
    says: """
      Your calls overlap, but when the user is there the courses don't start, because you are still waiting for the news. \
      Await the news as late as you can: where you make the page.
      """,
    hint: "The user is there. Which line of yours runs next, and what does it wait for?"
  ) { database, _ in
    async let user = database.user()
    async let news = database.news()
    let found = try await (user: user, news: news)
    let courses = try await database.courses(of: found.user)
    return StartPage(user: found.user, courses: courses, news: found.news)
  }

  private static let leavesACallOut = Mistake<Function>(
    "leaves-a-call-out",
    says: """
      You make a page without asking the database for all its parts. What you put there instead is made up, and the reader can't \
      tell. Ask for the user, the courses and the news, once each.
      """,
    hint: "The page has three parts. Which call brings each of them?"
  ) { database, _ in
    let user = try await database.user()
    return StartPage(user: user, courses: try await database.courses(of: user), news: [])
  }

  private static let asksTwice = Mistake<Function>(
    "asks-twice",
    says: """
      You ask the database for the same part more than once. Each call costs it work, and nothing says that it answers the same \
      again. Ask once, and use what you were told: the user's child can hand its value on.
      """,
    hint: """
      `async let` hands its value to every place that awaits it. Where could the second call take it \
      from?
      """
  ) { database, _ in
    async let news = database.news()
    async let user = database.user()
    async let courses = database.courses(of: try await database.user())
    return try await StartPage(user: user, courses: courses, news: news)
  }

  private static let returnsEarly = Mistake<Function>(
    "returns-early",
    says: """
      You return the page before all its parts are there. To start a call is not to have its answer: await the value of every \
      child that you started.
      """,
    hint: "Of the three parts, which one does nothing in your code wait for?"
  ) { database, loop in
    Task(executorPreference: loop) { try await database.news() }
    let user = try await database.user()
    // The news take longer.
    async let courses = database.courses(of: user)
    return StartPage(user: user, courses: try await courses, news: [])
  }

  private static let guessesTheTime = Mistake<Function>(
    "guesses-the-time",
    says: """
      You wait for a guessed time, or look again every so often, instead of awaiting the calls. Too short a guess loses a part of \
      the page, too long a guess wastes time. Await the child that has the value.
      """,
    hint: "What if the database is twice as slow tomorrow? What you started can be awaited."
  ) { database, loop in
    let news = Task(executorPreference: loop) { try await database.news() }
    let user = try await database.user()
    let courses = try await database.courses(of: user)
    try await loop.sleep(for: .milliseconds(100))
    return StartPage(user: user, courses: courses, news: try await news.value)
  }

  private static let mixesThePageUp = Mistake<Function>(
    "mixes-the-page-up",
    says: """
      The database answered all your calls, but the page does not hold what it said. Put the user, that user's courses and the news \
      each in its own place, unchanged.
      """,
    hint: "Look at the three arguments of `StartPage` one by one: which call returned each?"
  ) { database, loop in
    let page = try await solution(database, loop)
    return StartPage(user: page.user, courses: page.news, news: page.courses)
  }

  private static let triesAgain = Mistake<Function>(
    "tries-again",
    says: """
      A call failed, and you asked for the same part again. Whether to try again is your caller's choice, and an overloaded database would \
      get twice the calls. Throw the error of the first attempt.
      """,
    hint: "Count the calls that the database gets if the news fail. Which line of yours makes one more?"
  ) { database, loop in
    do { return try await solution(database, loop) } catch { return try await solution(database, loop) }
  }

  private static let stallsOnAnError = Mistake<Function>(
    "stalls-on-an-error",
    says: """
      When all calls succeed you return the page, but when one fails you wait for ever: what you wait for only comes from calls that \
      succeed. Let a failure end the wait, too. A continuation has to be resumed on every road: with the page, or with the error.
      """,
    hint:
      "The call for the news fails. Which line of yours runs next, and who tells the one that waits for the page?"
  ) { database, loop in
    let (pages, source) = AsyncStream.makeStream(of: StartPage.self)
    Task(executorPreference: loop) { source.yield(try await solution(database, loop)) }
    var iterator = pages.makeAsyncIterator()
    guard let page = await iterator.next() else { throw CancellationError() }
    return page
  }

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      No call failed, and yet you threw an error. Throw what a call throws, and nothing else; when all three parts are there, return \
      the page.
      """,
    hint: "Which line of yours throws although all three answers are there? What does it test?"
  ) { database, loop in
    let page = try await solution(database, loop)
    guard page.news.count > 1 else { throw CancellationError() }
    return page
  }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      A call failed, and you threw another error instead of its own. Your caller can no longer tell what went wrong. Let the error \
      through as it is.
      """,
    hint: "Take the `catch` away. What does your caller get then from a call that fails?"
  ) { database, loop in
    do { return try await solution(database, loop) } catch { throw CancellationError() }
  }

  private static let leavesWorkBehind = Mistake<Function>(
    "leaves-work-behind",
    says: """
      The page is right, but something of yours still runs when you have returned. Await or cancel everything that you start.
      """,
    hint: """
      Which task do you begin that no line of yours awaits? The end of a scope waits for `async let`; who \
      waits for a `Task`?
      """
  ) { database, loop in
    Task(executorPreference: loop) { try await loop.sleep(for: .seconds(60)) }
    return try await solution(database, loop)
  }
}
