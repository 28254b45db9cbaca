import LessonKit

extension OmissionGrading {
  static let mistakes = [
    fromTheSending, onlyTheDelay, slidesAlong, fromTheFirstSending, oneTooMany, twice, onlyTheNext, leavesOut,
    fillsIn, fromTheBeginning, sorts, fromTheAnswerBefore,
    theMeanForAll, cutsTheIntervalOff, theLastClick, oneIntervalForAll, delayFromTheAnswers, delayTwice,
    addsTheDelaysUp, quickOnesPayBack,
    firstIsOnTime, slowOnesOnly, wholeIntervals, losesTheLast, onePerClick,
    leavesThePlanOut,
  ]

  /// What can go wrong besides.
  static let slips: [Slip<Function>] = cases.map(slip) + sameForAll

  private typealias Case = (when: String, isSo: @Sendable (_ request: OneOf) -> Bool)

  /// A request among those of a test; how late it was sent and how long it took are in intervals.
  private struct OneOf { var place, count: Int, late, took: Double }

  private static let cases: [Case] = [
    ("only for the first request", { $0.place == 0 }),
    ("only behind the first request", { $0.place > 0 }),
    ("only for the last request", { $0.place == $0.count - 1 }),
    ("only for requests that were sent late", { $0.late > 0 }),
    ("only for requests that were sent on time", { $0.late <= 0 }),
    ("only for requests that were sent late by an interval or more", { $0.late >= 1 }),
    ("only for requests that were sent late by more than an interval", { $0.late > 1 }),
    ("only for requests that were sent late by less than an interval", { $0.late < 1 }),
    ("only for requests that were sent late by an interval or less", { $0.late <= 1 }),
    ("only for requests that were answered within an interval", { $0.took < 1 }),
    ("only for requests that were answered within an interval", { $0.took <= 1 }),
    ("only for requests whose answer took longer than an interval", { $0.took > 1 }),
    (
      "only for requests that were sent late and whose answer took longer than an interval",
      { $0.late > 0 && $0.took > 1 }
    ),
  ]

  private static func slip(_ only: Case) -> Slip<Function> {
    Slip("it is so \(only.when), and the others are right.") { formula in
      { requests, interval in
        let (wrong, right) = (try formula(requests, interval), try solution(requests, interval))
        guard wrong.count == right.count else { return wrong }
        return requests.enumerated().map { place, request in
          let late = request.sent / interval - Double(place)
          let took = (request.answered - request.sent) / interval
          let one = OneOf(place: place, count: requests.count, late: late, took: took)
          return only.isSo(one) ? wrong[place] : right[place]
        }
      }
    }
  }

  private static let sameForAll: [Slip<Function>] = [
    Slip("you also sort what you return.") { formula in { try formula($0, $1).sorted() } },
    Slip("you also make 0 of what is below it.") { formula in { try formula($0, $1).map { max(0, $0) } } },
    Slip("you also leave the sign off.") { formula in { try formula($0, $1).map(abs) } },
    Slip("you also leave out the last one.") { formula in { try formula($0, $1).dropLast() } },
    Slip("you also leave out the first one.") { formula in { Array(try formula($0, $1).dropFirst()) } },
    Slip("you also never return less than the time from the sending to the answer.") { formula in
      { zip(try formula($0, $1), $0).map { max($0, $1.answered - $1.sent) } }
    },
    Slip("you also cut the interval off to a whole number.", alone: "cuts-the-interval-off") { formula in
      { try formula($0, $1.rounded(.down)) }
    },
    Slip(
      "you also let the first request's sending be the beginning.", alone: "plan-begins-with-the-sending"
    ) {
      formula in
      { requests, interval in
        let start = requests.first?.sent ?? 0
        return try formula(
          requests.map { SentRequest(sent: $0.sent - start, answered: $0.answered - start) }, interval)
      }
    },
  ]

  /// What makes no difference.
  static let ignoring: [Ignored<Function>] = [
    Ignored("leaves-the-plan-out", "The interval makes no difference to what you return.") { formula, by in
      { try formula($0, $1 + by) }
    }
  ]

  private static let leavesThePlanOut = Mistake<Function>(
    "leaves-the-plan-out",
    says: """
      You work with the times of the log alone. When the users clicked does not stand there: that follows from the interval and from \
      the place of each request, and the wait begins with the click.
      """,
    hint: "The same log, with a click every 100 ms or every 10 ms: do the users wait equally long?"
  ) { requests, _ in
    requests.map { ($0.answered - $0.sent) / 2 }
  }

  /// The same mistakes by another road.
  static let others: [(name: String, function: Function)] = [
    (
      "delay-from-the-answers-alone",
      { requests, interval in
        requests.enumerated().map { place, request in
          let before = place == 0 ? 0 : requests[place - 1].answered - Double(place) * interval
          return request.answered - request.sent + max(0, before)
        }
      }
    ),
    (
      "counts-from-one",
      { requests, interval in
        requests.enumerated().map { place, request in request.answered - Double(max(0, place - 1)) * interval
        }
      }
    ),
    (
      "counts-from-one",
      { requests, interval in
        requests.enumerated().map { place, request in request.answered - Double(place - 1) * interval }
      }
    ),
    (
      "counts-from-one",
      { requests, interval in
        requests.enumerated().map { place, request in
          request.answered - (place == 0 ? 0 : Double(place + 1) * interval)
        }
      }
    ),
    (
      "leaves-the-late-ones-out",
      { requests, interval in
        zip(try solution(requests, interval), requests).filter { wait, request in
          wait <= request.answered - request.sent
        }.map(\.0)
      }
    ),
    (
      "fills-requests-in",
      { requests, interval in
        requests.flatMap { request in
          let wait = request.answered - request.sent
          return [wait] + stride(from: wait - interval, to: 0, by: -interval)
        }
      }
    ),
    (
      "from-the-answer-before",
      { requests, interval in
        requests.enumerated().map { place, request in
          let planned = Double(place) * interval
          return request.answered - (place == 0 ? planned : max(planned, requests[place - 1].answered))
        }
      }
    ),
    (
      "only-the-delay",
      { requests, interval in
        requests.enumerated().map { place, request in
          let planned = Double(place) * interval
          return request.sent > planned ? request.sent - planned : request.answered - request.sent
        }
      }
    ),
    (
      "only-the-delay",
      { requests, interval in
        requests.enumerated().map { place, request in
          max(request.answered - request.sent, request.sent - Double(place) * interval)
        }
      }
    ),
    (
      "from-the-beginning-of-the-test",
      { requests, _ in
        var sum = 0.0
        return requests.map {
          sum += $0.answered - $0.sent
          return sum
        }
      }
    ),
    (
      "the-mean-for-all",
      { requests, interval in
        let waits = try solution(requests, interval)
        return waits.map { _ in waits.reduce(0, +) / Double(waits.count) }
      }
    ),
    (
      "adds-the-delays-up",
      { requests, interval in
        var late = 0.0
        return requests.map { request in
          defer { late += max(0, request.answered - request.sent - interval) }
          return request.answered - request.sent + late
        }
      }
    ),
    (
      "adds-the-delays-up",
      { requests, interval in
        var late = 0.0
        return requests.enumerated().map { place, request in
          defer { late += max(0, request.sent - Double(place) * interval) }
          return request.answered - request.sent + late
        }
      }
    ),
    (
      "adds-the-delays-up",
      { requests, interval in
        var late = 0.0
        return requests.enumerated().map { place, request in
          late += request.sent - Double(place) * interval
          return request.answered - request.sent + late
        }
      }
    ),
    (
      "delay-in-whole-intervals",
      { requests, interval in
        requests.enumerated().map { place, request in
          request.answered - request.sent + interval * late(request, place, interval).rounded(.up)
        }
      }
    ),
    ("sorts-the-waits", { try solution($0, $1).sorted(by: >) }),
    (
      "plan-slides-along",
      { requests, interval in
        requests.enumerated().map { place, request in
          let planned = place == 0 ? 0 : requests[place - 1].sent + interval
          return request.answered - min(planned, request.sent)
        }
      }
    ),
    (
      "counts-from-one",
      { requests, interval in
        requests.enumerated().map { place, request in
          max(0, request.answered - Double(place + 1) * interval)
        }
      }
    ),
    (
      "only-the-delay",
      { requests, interval in
        requests.enumerated().map { place, request in Double(place) * interval - request.sent }
      }
    ),
  ]

  private static let fromTheSending = Mistake<Function>(
    "from-the-sending",
    says: """
      You count from the moment of sending. A request that was sent late looks fast then, although its user has been waiting since the \
      click. This way a single slow answer hides all the waits behind it: coordinated omission. Count from the plan.
      """,
    hint: """
      The second user clicked at 100, and the request was sent at 250. What did this user do in \
      between?
      """
  ) { requests, _ in
    requests.map { $0.answered - $0.sent }
  }

  private static let onlyTheDelay = Mistake<Function>(
    "only-the-delay",
    says: """
      You return by how much the requests were sent late. That is one part of the wait. The other is the time from the sending to the \
      answer: from the click to the answer it is both.
      """,
    hint: """
      A request was sent just when it was planned, and answered 30 ms later. How long did its user wait, \
      and what does your formula say?
      """
  ) { requests, interval in
    requests.enumerated().map { place, request in request.sent - Double(place) * interval }
  }

  private static let slidesAlong = Mistake<Function>(
    "plan-slides-along",
    says: """
      You let the plan begin anew with every request: an interval after the one before was *sent*. If that was late, your plan is \
      late, too, and the delay is forgotten. The users' clicks don't move: the first at 0, then one every interval.
      """,
    hint: """
      Write down when the users click, every 100 ms, without a look at the log. Which of these times \
      depends on the request before?
      """
  ) { requests, interval in
    requests.enumerated().map { place, request in
      request.answered - (place == 0 ? 0 : requests[place - 1].sent + interval)
    }
  }

  private static let fromTheFirstSending = Mistake<Function>(
    "plan-begins-with-the-sending",
    says: """
      You let the plan begin when the first request is sent. Connecting may take a while, and then all clicks are moved by that much. \
      The first user clicks at 0.
      """,
    hint: """
      The first request was sent at 30, because the connection took so long. When did its user click?
      """
  ) { requests, interval in
    requests.enumerated().map { place, request in
      request.answered - requests[0].sent - Double(place) * interval
    }
  }

  private static let oneTooMany = Mistake<Function>(
    "counts-from-one",
    says: """
      You are one interval off: the first user clicks at 0 and not after an interval. Indices count from 0, and so do the clicks.
      """,
    hint: "When did the first user click? What does your formula take off there, at index 0?"
  ) { requests, interval in
    requests.enumerated().map { place, request in request.answered - Double(place + 1) * interval }
  }

  private static let twice = Mistake<Function>(
    "counts-a-part-twice",
    says: """
      You add the time from the sending to the answer to a wait that has it already. From the click to the answer there are two parts: \
      until the sending, and from there on. Each counts once.
      """,
    hint:
      "If the load test is never late, what are the two parts that you add?"
  ) { requests, interval in
    requests.enumerated().map { place, request in
      request.answered - Double(place) * interval + (request.answered - request.sent)
    }
  }

  private static let delayTwice = Mistake<Function>(
    "adds-the-delay-twice",
    says: """
      You add how late a request was sent to a wait that has it already. From the click to the answer is the time until the sending and \
      the time from there on, and each of the two counts once.
      """,
    hint:
      "The second user clicks at 100, is sent at 250 and answered at 280. How long is it from the click to the answer?"
  ) { requests, interval in
    requests.enumerated().map { place, request in
      let planned = Double(place) * interval
      return request.answered - planned + (request.sent - planned)
    }
  }

  private static let onlyTheNext = Mistake<Function>(
    "only-the-next-one",
    says: """
      You add to each wait what the request just before took beyond its interval. A slow answer makes more than the next request late: \
      each of them hands its delay on until the test has caught up. Compare with the plan.
      """,
    hint: """
      One answer takes 460 ms, and there is a click every 100 ms. How many users have clicked before it \
      is there?
      """
  ) { requests, interval in
    requests.enumerated().map { place, request in
      let before = place == 0 ? 0 : max(0, requests[place - 1].answered - requests[place - 1].sent - interval)
      return request.answered - request.sent + before
    }
  }

  private static let leavesOut = Mistake<Function>(
    "leaves-the-late-ones-out",
    says: """
      You leave out the requests that were sent late. They are the ones whose users waited longest: without them the server looks better \
      than it is. Return a wait for each request.
      """,
    hint: "How many users clicked, and how many waits do you return?"
  ) { requests, interval in
    requests.enumerated().filter { place, request in request.sent <= Double(place) * interval }.map {
      $0.element.answered - $0.element.sent
    }
  }

  private static let losesTheLast = Mistake<Function>(
    "leaves-some-out",
    says: """
      You return fewer waits than there are requests, so some users are in no list. The waits that you return are right. Each request has its \
      user, the first and the last as well: go through the requests, and not through the time up to one of them.
      """,
    hint:
      "Clicks at 0, 100 and 200, and all are sent on time. Which of them is `stride(from: 0, to: 200, by: 100)` without?"
  ) { requests, interval in
    let last = requests.last?.sent ?? 0
    return zip(stride(from: 0, to: last, by: interval), requests).map { $1.answered - $0 }
  }

  private static let onePerClick = Mistake<Function>(
    "adds-some",
    says: """
      You return more waits than there are requests. Those of the requests are among them, and the others belong to no user in this log: each \
      click of the plan has its one request, however late it was sent.
      """,
    hint:
      "Count the requests of the example, and then the waits that you return for it. Which user does the last one stand for?"
  ) { requests, interval in
    let waits = try solution(requests, interval)
    return waits + waits.suffix(1).filter { $0 > interval }.map { $0 - interval }
  }

  private static let fillsIn = Mistake<Function>(
    "fills-requests-in",
    says: """
      You add requests that were never sent, for each interval that a slow answer lasted. Logs without a plan are mended \
      like that. Here each click of the plan has its request, which was sent late: return one wait for each.
      """,
    hint: "For which user's click does each of your additional waits stand?"
  ) { requests, interval in
    requests.flatMap { request in
      Array(stride(from: request.answered - request.sent, to: 0, by: -interval))
    }
  }

  private static let fromTheBeginning = Mistake<Function>(
    "from-the-beginning-of-the-test",
    says: """
      You return when the answers came, counted from the beginning of the test. A wait begins with its own user's click: take off \
      when that was.
      """,
    hint: "User 3 clicked at 200 and had the answer at 310. For how long did that user wait?"
  ) { requests, _ in requests.map(\.answered) }

  private static let sorts = Mistake<Function>(
    "sorts-the-waits",
    says: """
      The waits are right, but you sort them. For a percentile that would do; asked is each user's own wait, in the order of the requests.
      """,
    hint: "Whose wait stands first in what you return: the first user's?"
  ) { requests, interval in try solution(requests, interval).sorted() }

  private static let fromTheAnswerBefore = Mistake<Function>(
    "from-the-answer-before",
    says: """
      You count from the answer to the request before. That is about when the load test sends, and not when the user clicked: the user waits \
      for that answer, too, without knowing of it.
      """,
    hint: """
      User 2 clicked at 100, and the answer for user 1 was there at 250. Since when has user 2 been \
      waiting?
      """
  ) { requests, interval in
    requests.enumerated().map { place, request in
      request.answered - (place == 0 ? 0 : requests[place - 1].answered)
    }
  }

  private static let theMeanForAll = Mistake<Function>(
    "the-mean-for-all",
    says: """
      You return one number for all users, a mean. One user's long wait disappears in it, and it is the long waits that a load test is there \
      to find. Return each user's own wait.
      """,
    hint: "User 1 waited 250 ms and user 4 only 30. Which of the two does your number tell of?"
  ) { requests, _ in
    let times = requests.map { $0.answered - $0.sent }
    return times.map { _ in times.reduce(0, +) / Double(times.count) }
  }

  private static let cutsTheIntervalOff = Mistake<Function>(
    "cuts-the-interval-off",
    says: """
      You make a whole number of the interval, and your plan falls behind the users' clicks, more with every one. Make a `Double` of the \
      index instead: `Double(place) * interval`.
      """,
    hint: "A click every 12.5 ms: when is the fourth one, and when is it in your plan?"
  ) { requests, interval in
    requests.enumerated().map { place, request in request.answered - Double(place * Int(interval)) }
  }

  private static let theLastClick = Mistake<Function>(
    "the-last-click-before",
    says: """
      You count from the last click before the sending. After a slow answer several users have clicked by then, and the request that is sent \
      is not the last one's: they are sent in their order. The click of each follows from its place.
      """,
    hint:
      "One answer takes 460 ms, with a click every 100. Whose request is sent at 460: user 2's or user 5's?"
  ) { requests, interval in
    requests.map { $0.answered - ($0.sent / interval).rounded(.down) * interval }
  }

  private static let oneIntervalForAll = Mistake<Function>(
    "one-interval-for-the-late",
    says: """
      You add an interval to the wait of each request that was late. By how much it was late is different for each, and can be many \
      intervals: the sending less the click.
      """,
    hint: "A click every 10 ms, and every answer takes 25. How late is the fifth request?"
  ) { requests, interval in
    requests.enumerated().map { place, request in
      request.answered - request.sent + (request.sent > Double(place) * interval ? interval : 0)
    }
  }

  private static let delayFromTheAnswers = Mistake<Function>(
    "delay-from-the-answers-alone",
    says: """
      You work out how late each request was from the answers before it. A load test can be late for other reasons: a connection that \
      takes a while, a busy machine. You know when each request was sent: compare that with its click.
      """,
    hint: "The first request was sent at 30. By how much was it late, and what does your formula say?"
  ) { requests, interval in
    var late = 0.0
    return requests.map { request in
      let wait = request.answered - request.sent + late
      late = max(0, wait - interval)
      return wait
    }
  }

  private static let quickOnesPayBack = Mistake<Function>(
    "ahead-of-the-plan",
    says: """
      You let quick answers take something off the waits behind them, as if the load test could get ahead of its plan. When it is early, it \
      waits for the next click, and sends no sooner: no user is answered before the click. Compare each request with its own click.
      """,
    hint: "User 1 was answered at 30, and user 2 clicks at 100. When is user 2's request sent?"
  ) { requests, interval in
    var late = 0.0
    return requests.map { request in
      defer { late += request.answered - request.sent - interval }
      return request.answered - request.sent + late
    }
  }

  private static let addsTheDelaysUp = Mistake<Function>(
    "adds-the-delays-up",
    says: """
      You add up the delays of all the requests so far. How late a request was sent holds all that came before it, already: counted again \
      and again, the waits grow without end. A test can catch up, too. Compare each request with its own click.
      """,
    hint:
      "User 3 clicked at 200, was sent at 280 and answered at 310. Which of the delays before do you need for that wait?"
  ) { requests, interval in
    var late = 0.0
    return requests.enumerated().map { place, request in
      late += max(0, request.sent - Double(place) * interval)
      return request.answered - request.sent + late
    }
  }

  private static let firstIsOnTime = Mistake<Function>(
    "takes-the-first-for-punctual",
    says: """
      You take the first request for one that was sent on time. While the load test connects, its first user is waiting already: they clicked at 0. \
      Compare the first request with the plan like any other.
      """,
    hint: "The first request was sent at 30. When did its user click?"
  ) { requests, interval in
    requests.enumerated().map { place, request in
      request.answered - (place == 0 ? request.sent : Double(place) * interval)
    }
  }

  private static let slowOnesOnly = Mistake<Function>(
    "corrects-the-slow-ones-only",
    says: """
      You count from the click only where the answer itself took longer than an interval. The requests behind a slow one are answered quickly, \
      and were sent late: just these hide what their users waited. Count from the plan for all of them.
      """,
    hint:
      "A request is sent 150 ms late and answered within 30. What does your code return for it, and what did its user wait?"
  ) { requests, interval in
    requests.enumerated().map { place, request in
      let took = request.answered - request.sent
      return took > interval ? request.answered - Double(place) * interval : took
    }
  }

  private static let wholeIntervals = Mistake<Function>(
    "delay-in-whole-intervals",
    says: """
      You count the delay in whole intervals, and leave out what is left of it. A user whose request was sent 150 ms late has waited these 150 ms, not \
      100 or 200: take the exact difference between the plan and the sending.
      """,
    hint:
      "The click was planned at 100, and sent at 250, with an interval of 100. How late is that in your code?"
  ) { requests, interval in
    requests.enumerated().map { place, request in
      request.answered - request.sent + interval * late(request, place, interval).rounded(.down)
    }
  }

  /// How many intervals a request was sent late.
  private static func late(_ request: SentRequest, _ place: Int, _ interval: Double) -> Double {
    max(0, request.sent / interval - Double(place))
  }
}
