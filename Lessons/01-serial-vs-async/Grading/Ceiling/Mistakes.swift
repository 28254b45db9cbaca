import LessonKit

extension CeilingGrading {
  static let mistakes = [
    countsTheWait, countsOnlyTheWait, gainForTheRate, forgetsTheUnit, wholeRequestsOnly, shareOfWork,
    longerOfTheTwo, addsTheTwo, doublesBack,
    countsTheFirstWait, multipliesByTheGain, fitsIntoOneWait, countsHalfTheWait, forgetsTheRequestItself,
    averagesTheRates, holdsTheThreadBack, capsTheRate, wholeMillisecondsOnly,
  ]

  private static let countsTheWait = Mistake<Function>(
    "counts-the-wait",
    says: """
      You count the wait as if it needed the thread. That is the serial server, which stands still while a request waits. Here the \
      thread computes for other requests meanwhile: only the work takes it up.
      """,
    hint: """
      Take requests with 10 ms of work and 40 ms of wait. What does the thread do from 0 to 50 ms? How \
      many more requests would fit in while it has nothing to do?
      """
  ) { 1000 / ($0 + $1) }

  private static let countsOnlyTheWait = Mistake<Function>(
    "counts-only-the-wait",
    says: """
      You divide by the wait, and that sets no limit: any number of requests may wait at once. What there is only one of is the \
      thread, and a request needs it for its work.
      """,
    hint: """
      What if the wait is 0? Your formula then allows endlessly many requests a second. Can one thread \
      do endlessly much work?
      """
  ) { 1000 / $1 }

  private static let gainForTheRate = Mistake<Function>(
    "gain-for-the-rate",
    says: """
      You return how many times as many requests are answered as by the serial server. That is the gain, a plain number. Asked is \
      how many requests are answered in a second: how often does the work fit into it?
      """,
    hint: """
      Requests with 1 ms of work and 1 ms of wait have a gain of 2, and so have requests with 100 ms of \
      each. Are as many of them answered in a second?
      """
  ) { ($0 + $1) / $0 }

  private static let forgetsTheUnit = Mistake<Function>(
    "forgets-the-unit",
    says: """
      The unit does not fit. The times are milliseconds, and the question is about the requests answered in a \
      second, which has 1000 of them.
      """,
    hint: """
      20 ms of work and no wait: how often do 20 ms fit into a second? Compare with what your formula \
      says.
      """
  ) { work, _ in 1 / work }

  private static let wholeRequestsOnly = Mistake<Function>(
    "whole-requests-only",
    says: """
      You round to whole requests. The last request of a second goes on in the next, so in the long run it counts: \
      return the quotient as it is, not as a whole number.
      """,
    hint: """
      With 300 ms of work, how many requests are answered in 3 seconds? And how many is that for one \
      second?
      """
  ) { work, _ in (1000 / work).rounded(.down) }

  private static let shareOfWork = Mistake<Function>(
    "share-of-work",
    says: """
      You return which part of its own time a request works. For a request alone that is the share of the thread it uses. With \
      enough requests the thread is always busy, and the question is how many fit.
      """,
    hint: """
      A request works 10 ms and waits 90 ms, and enough of them are under way. How many times do 10 ms fit \
      into a second?
      """
  ) { $0 / ($0 + $1) }

  private static let averagesTheRates = Mistake<Function>(
    "averages-the-rates",
    says: """
      You take the mean of the best rate and a lower one, as if overlapping worked only half of the time. With enough requests there is always \
      one to compute for, so the best rate is what you get, second after second.
      """,
    hint:
      "In which second does the server reach less than the rate for the work alone, and what does the thread do then?"
  ) { (1000 / $0 + 1000 / ($0 + $1)) / 2 }

  private static let holdsTheThreadBack = Mistake<Function>(
    "holds-the-thread-back",
    says: """
      You leave a part of the thread unused, whatever work and wait are. Nothing in the question takes that part: the requests never run out, \
      and changing from one to another is free here. All 1000 ms of a second go to work.
      """,
    hint: "20 ms of work and no wait make 50 requests. How many milliseconds of a second do yours need?"
  ) { work, _ in 500 / work }

  private static let capsTheRate = Mistake<Function>(
    "caps-the-rate",
    says: """
      Your formula fits, but you never return more than a number of your own. With little work a thread answers thousands of requests in a second: \
      `work` alone sets the limit.
      """,
    hint: "0.5 ms of work: how often does that fit into a second? Which line of yours makes less of it?"
  ) { work, _ in min(100, 1000 / work) }

  private static let wholeMillisecondsOnly = Mistake<Function>(
    "whole-milliseconds-only",
    says: """
      You round the work to whole milliseconds. Half a millisecond of work takes half a millisecond of the thread: calculate with `work` as \
      it is.
      """,
    hint: "0.5 ms of work: how often does that fit into a second? And 1 ms?"
  ) { work, _ in 1000 / work.rounded(.up) }

  private static let longerOfTheTwo = Mistake<Function>(
    "longer-of-the-two",
    says: """
      You take the longer of work and wait for the limit, as if only one request could wait at a time. Waits overlap each other as \
      well, however long they are: only the work is done one after another.
      """,
    hint: """
      Ten requests with 1 ms of work and 10 ms of wait come at once. When does the last of them begin to \
      wait, and when is it answered?
      """
  ) { 1000 / max($0, $1) }

  private static let addsTheTwo = Mistake<Function>(
    "adds-the-rates",
    says: """
      You add the rate for the work and the rate for the wait. A request needs both, so no rate can be above what the work alone \
      allows; and the wait takes nothing away from it.
      """,
    hint: """
      With 20 ms of work there is room for 50 requests in a second, if they never wait. Can a wait make \
      room for more?
      """
  ) { 1000 / $0 + ($1 > 0 ? 1000 / $1 : 0) }

  private static let doublesBack = Mistake<Function>(
    "works-while-it-waits",
    says: """
      You take the wait off the work, or the other way round, as if a request computed while it waits itself. It does one after the \
      other. It is other requests that compute meanwhile.
      """,
    hint: """
      A request works for 10 ms and waits for 10 ms. What does your formula say? How many milliseconds \
      of the thread does the request need?
      """
  ) { 1000 / abs($0 - $1) }

  private static let countsTheFirstWait = Mistake<Function>(
    "counts-the-first-wait",
    says: """
      You take the wait off each second, because the first answer comes only after it. That happens once, at the very beginning. In \
      the long run the thread computes all the time, so a whole second's 1000 ms go to work.
      """,
    hint: """
      Think of a second in the middle of the day, when the server has been busy for hours. Is the thread \
      idle at its beginning?
      """
  ) { (1000 - $1) / $0 }

  private static let multipliesByTheGain = Mistake<Function>(
    "multiplies-by-the-gain",
    says: """
      You multiply the rate for the work with the gain of overlapping. The rate for the work already *is* the overlapped one: the \
      thread never idles, and no second has room for more than 1000 ms of work. The gain is over the serial server's rate.
      """,
    hint: """
      How many milliseconds of work do all your requests need together? There are 1000 in a second.
      """
  ) { 1000 / $0 * (1 + $1 / $0) }

  private static let fitsIntoOneWait = Mistake<Function>(
    "fits-into-one-wait",
    says: """
      You count how many whole requests can be worked on while one waits, and begin anew after that. Nothing begins anew: the thread \
      takes up the next request at any moment, also one that goes on beyond the end of a wait.
      """,
    hint: """
      15 ms of work and 185 ms of wait: what does the thread do in the last 5 ms of a wait, when another 15 ms no longer fit?
      """
  ) { work, wait in ((wait / work).rounded(.down) + 1) * 1000 / (work + wait) }

  private static let countsHalfTheWait = Mistake<Function>(
    "counts-part-of-the-wait",
    says: """
      You count a part of the wait, as if overlapping saved only some of it. While a request waits it needs no thread at all, and others \
      compute: no part of the wait takes the thread up.
      """,
    hint:
      "With enough requests waiting, for how many milliseconds of each second does the thread have nothing to compute?"
  ) { 1000 / ($0 + $1 / 2) }

  private static let forgetsTheRequestItself = Mistake<Function>(
    "forgets-the-request-itself",
    says: """
      You count the requests that fit into the wait of another one, and leave that one out: while the others work it waits, but its own \
      work has its time on the thread as well.
      """,
    hint: """
      With 10 ms of work and 40 ms of wait, four others fit into the wait. How many are answered in those 50 ms, all in all? And if \
      there is no wait?
      """
  ) { $1 / $0 * 1000 / ($0 + $1) }
}
