import LessonKit

extension LittleGrading {
  static let mistakes = [
    countsOnlyWhoWaits, countsOnlyWhoReads, forgetsTheUnit, dividesTheRate, oneUsersRate, takesTheRate,
    wholeUsersOnly, pauseBesideTheWait, shareOfARound, oneMore, formulaOfAQueue, cutsTheTimesOff,
    takesThePauseOff, multipliesOnlyOneTime, nobodyWaits,
    meanOfTheTwo, weighsTheTimes, multipliesTheTimes, pauseAsAShare, leavesTheRateOut, notByTheAnswers,
    notByTheTimes, leavesTheTimesOut, leavesThePauseOut, leavesTheResponseTimeOut,
  ]

  private static let notByTheAnswers = Mistake<Function>(
    "not-in-proportion-to-the-answers",
    says: """
      With twice as many answers a second, and the same times, your formula does not find twice as many users. Each user gets as many answers \
      a second as before, so it takes twice as many.
      """,
    hint:
      "Two such servers with their users stand side by side. How many answers a second are that, and how many users?"
  ) { rate, responseTime, pause in (rate * responseTime - pause) / 1000 }

  private static let notByTheTimes = Mistake<Function>(
    "not-in-proportion-to-the-times",
    says: """
      With rounds that take twice as long, and as many answers a second, your formula does not find twice as many users. Each user gets only half as many \
      answers then, so it takes twice as many.
      """,
    hint: "A user with a round of 1 s gets one answer a second. How many does a user with a round of 2 s get?"
  ) { rate, responseTime, pause in responseTime == 0 ? rate : rate * pause / responseTime }

  private static let leavesTheTimesOut = Mistake<Function>(
    "leaves-the-times-out",
    says: """
      You leave both times out. With the same answers a second, more users are there the longer a round takes: a round is the response time \
      and the pause, and each of the two counts.
      """,
    hint:
      "A user gets one answer a second if a round takes 1 s. How many does that user get if it takes an hour?"
  ) { rate, _, _ in rate * rate }

  private static let leavesThePauseOut = Mistake<Function>(
    "leaves-the-pause-out",
    says: """
      You leave the pause out. With the same answers a second, more users are there the longer each of them reads: the pause is a part of \
      the round.
      """,
    hint:
      "Do 10 answers a second need more users if each user reads for an hour than if each reads for a second?"
  ) { rate, responseTime, _ in rate * rate * responseTime / 1000 }

  private static let leavesTheResponseTimeOut = Mistake<Function>(
    "leaves-the-response-time-out",
    says: """
      You leave the response time out. With the same answers a second, more users are there the longer each of them waits: the response time \
      is a part of the round.
      """,
    hint:
      "Do 10 answers a second need more users if each user waits for a minute than if each waits for a second?"
  ) { rate, _, pause in rate * rate * pause / 1000 }

  private static let meanOfTheTwo = Mistake<Function>(
    "mean-of-the-two",
    says: """
      You take the mean of those who wait and those who read, or of the two times. A user needs both times for one round, one after the other, \
      and both kinds of users are there at the same moment: add them, and divide by nothing.
      """,
    hint: "At some moment 2 users wait and 3 read. How many are there?"
  ) { rate, responseTime, pause in rate * (responseTime + pause) / 2000 }

  private static let weighsTheTimes = Mistake<Function>(
    "weighs-the-times",
    says: """
      You give one of the two times more weight than the other. For one answer a user waits one response time and reads for one pause, so in a \
      round each of them counts just once.
      """,
    hint:
      "One user asks, waits for 100 ms, reads for 400 ms and asks again. How long is that from one question to the next?"
  ) { rate, responseTime, pause in rate * (2 * responseTime + pause) / 1000 }

  private static let multipliesTheTimes = Mistake<Function>(
    "multiplies-the-times",
    says: """
      You multiply the two times by each other. A user first waits and then reads, so the times follow each other: add them, and multiply \
      only the sum by the answers a second.
      """,
    hint:
      "Milliseconds times milliseconds: what is that? And how many users do you find where there is no pause?"
  ) { rate, responseTime, pause in rate * (responseTime / 1000) * (pause / 1000) }

  private static let pauseAsAShare = Mistake<Function>(
    "pause-as-a-share",
    says: """
      You let one of the two times count only as a share of the round, so it can never change the result by more than a certain factor. But it takes its own \
      time in each round: with an hour's pause, an hour's worth of users is reading. Add the times, and multiply the sum.
      """,
    hint:
      "10 answers a second, each after 100 ms. With a pause of an hour, how many users do you find? How many if it is two hours?"
  ) { rate, responseTime, pause in rate * responseTime / 1000 * (1 + pause / (responseTime + pause)) }

  private static let leavesTheRateOut = Mistake<Function>(
    "leaves-the-rate-out",
    says: """
      You leave the answers a second out. The times say how long one round of one user takes; how many users there are follows only from how \
      many answers all of them get together.
      """,
    hint: "A round takes a second. How many users is that for 1 answer a second, and how many for 100?"
  ) { _, responseTime, pause in responseTime + pause }

  private static let countsOnlyWhoWaits = Mistake<Function>(
    "counts-only-who-waits",
    says: """
      You leave the pause out, and count the users who wait for an answer. That many requests are under way. The users who read \
      are there as well: a user's round is the wait *and* the pause.
      """,
    hint: """
      20 users each wait for a second and then read for a second. About how many of them wait at a given \
      moment, and how many read? Which of them does your formula count?
      """
  ) { rate, responseTime, _ in rate * responseTime / 1000 }

  private static let countsOnlyWhoReads = Mistake<Function>(
    "counts-only-who-reads",
    says: """
      You leave the response time out, and count the users who read. Those who wait for an answer are there as well: a user's \
      round is the wait *and* the pause.
      """,
    hint:
      "The example above has no pause. How many users does your formula find there?"
  ) { rate, _, pause in rate * pause / 1000 }

  private static let forgetsTheUnit = Mistake<Function>(
    "forgets-the-unit",
    says: """
      The units do not fit: answers are counted by the *second*, and the times are *milli*seconds. Divide the times by 1000 before \
      you multiply.
      """,
    hint: """
      20 answers a second, each after 100 ms and without a pause, are 2 users. How many seconds are 100 \
      ms?
      """
  ) { rate, responseTime, pause in rate * (responseTime + pause) }

  private static let dividesTheRate = Mistake<Function>(
    "divides-the-rate",
    says: """
      You divide where you have to multiply. If each round takes twice as long, it needs twice as many users for the same number \
      of answers a second; with your formula it needs half as many. Users = answers a second × seconds of a round.
      """,
    hint: """
      A user with a round of 1 s gets one answer a second. How many users does it take for 10 answers a \
      second? And how many if a round takes 2 s?
      """
  ) { rate, responseTime, pause in rate * 1000 / (responseTime + pause) }

  private static let oneUsersRate = Mistake<Function>(
    "one-users-rate",
    says: """
      You return how many answers a second *one* user gets. That is half of the way: how many such users does it take until \
      together they get all the answers that there are in a second?
      """,
    hint: """
      A user with a round of 250 ms gets 4 answers a second. How many such users share 20 answers a \
      second?
      """
  ) { _, responseTime, pause in 1000 / (responseTime + pause) }

  private static let takesTheRate = Mistake<Function>(
    "takes-the-rate-for-users",
    says: """
      You take the answers a second for the users. A user whose round takes a tenth of a second gets ten of these answers, and one \
      with a round of a minute gets hardly any: it depends on how long a round takes.
      """,
    hint: """
      10 answers a second, and after each the user reads for an hour. Are 10 users enough for that?
      """
  ) { rate, _, _ in rate }

  private static let wholeUsersOnly = Mistake<Function>(
    "whole-users-only",
    says: """
      You round to whole users. Asked is how many there are on average, and at some moments there are more than at others: return the \
      product as it is.
      """,
    hint: """
      Half of the time there are 2 users, and the other half there are 3. How many are there on average?
      """
  ) { rate, responseTime, pause in (rate * (responseTime + pause) / 1000).rounded(.up) }

  private static let pauseBesideTheWait = Mistake<Function>(
    "pause-beside-the-wait",
    says: """
      You let a user read and wait at the same time. A user reads the answer that has come, and asks for the next one only then: \
      the two times follow each other, so they add up.
      """,
    hint: "A user waits for 1 s and reads for 1 s. How many answers does that user get in 10 s?"
  ) { rate, responseTime, pause in rate * max(responseTime, pause) / 1000 }

  private static let oneMore = Mistake<Function>(
    "one-too-many",
    says: """
      You add a user for the one who is just being answered, or just comes. Everyone who waits or reads is counted already, from the \
      question to the next question.
      """,
    hint: "The example in the head: who is the third of these 2 users, and where was that user before?"
  ) { rate, responseTime, pause in rate * (responseTime + pause) / 1000 + 1 }

  private static let formulaOfAQueue = Mistake<Function>(
    "formula-of-a-queue",
    says: """
      You take a formula for one queue, ρ / (1 − ρ), which needs to know how busy its server is and how the requests come. Little's \
      law needs neither: the response time is what was measured, with all queueing in it.
      """,
    hint: "Which numbers do you need for your formula that you were not given? Which three were you given?"
  ) { rate, responseTime, pause in
    let busy = rate * (responseTime + pause) / 1000
    return busy / (1 - busy)
  }

  private static let cutsTheTimesOff = Mistake<Function>(
    "cuts-the-times-off",
    says: """
      You make whole numbers of the times, and what is behind the point is gone: of half a millisecond nothing is left, and of half a \
      second neither. Calculate with the `Double`s that you get.
      """,
    hint: "What does your code make of a response time of 0.5 ms? Look for `Int(…)`."
  ) { rate, responseTime, pause in rate * Double(Int(responseTime) + Int(pause)) / 1000 }

  private static let shareOfARound = Mistake<Function>(
    "share-of-a-round",
    says: """
      You return which part of a round is spent waiting, or reading. That is a share of one user's time, the same for any number of \
      users. How many there are depends on how many answers a second they get together.
      """,
    hint: "If there are twice as many answers a second, and all times are the same, what has doubled?"
  ) { _, responseTime, pause in responseTime / (responseTime + pause) }

  private static let takesThePauseOff = Mistake<Function>(
    "takes-the-pause-off",
    says: """
      You take the one time off the other. A user first waits for the answer, and then reads it: the two times follow each other, so they \
      add up, and the users who read are there as well as those who wait.
      """,
    hint: "A user waits for 100 ms and reads for 100 ms, again and again. How long does one round take?"
  ) { rate, responseTime, pause in rate * (responseTime - pause) / 1000 }

  private static let multipliesOnlyOneTime = Mistake<Function>(
    "multiplies-only-one-time",
    says: """
      You multiply only one of the two times by the answers a second, and add the other as it is. A time is no number of users: every \
      user has both times, so add them up first, and multiply the sum.
      """,
    hint: """
      If twice as many answers are asked for, with the same times, it takes twice as many users. What does your formula say?
      """
  ) { rate, responseTime, pause in (rate * responseTime + pause) / 1000 }

  private static let nobodyWaits = Mistake<Function>(
    "nobody-waits-so-none-are-there",
    says: """
      You return 0 where the response time is 0. No user waits then, but those who read are there all the same: each asks, has the answer at \
      once, and reads it. The users are the answers a second times the seconds of a whole round, of which the pause is a part.
      """,
    hint:
      "10 answers a second come at once, and each is read for a second. How many users read at a given moment?"
  ) { rate, responseTime, pause in responseTime == 0 ? 0 : rate * (responseTime + pause) / 1000 }
}
