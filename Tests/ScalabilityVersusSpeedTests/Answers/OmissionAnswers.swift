@testable import OmissionExercise

/// Answers to `omission`.
enum OmissionAnswers {
  static let right: [(String, OmissionGrading.Function)] = [
    (
      "a running click",
      { requests, interval in
        var click = 0.0
        return requests.map { request in
          defer { click += interval }
          return request.answered - click
        }
      }
    ),
    (
      "in two parts",
      { requests, interval in
        zip(0..., requests).map { place, request in
          (request.sent - Double(place) * interval) + (request.answered - request.sent)
        }
      }
    ),
  ]

  static let wrong: [(String, String?, OmissionGrading.Function)] = [
    (
      "the answers' times add up, as if the connection were never idle", "ahead-of-the-plan",
      { requests, interval in
        var busy = 0.0
        return requests.enumerated().map { place, request in
          busy += request.answered - request.sent
          return busy - Double(place) * interval
        }
      }
    ),
    ("what the log says", "from-the-sending", { requests, _ in requests.map { $0.answered - $0.sent } }),
    (
      "the plan from the last sending", "plan-slides-along",
      { requests, interval in
        var planned = 0.0
        return requests.map { request in
          defer { planned = request.sent + interval }
          return request.answered - planned
        }
      }
    ),
    (
      "the plan, or the answer before", "from-the-answer-before",
      { requests, interval in
        var before = 0.0
        return requests.enumerated().map { place, request in
          defer { before = request.answered }
          return request.answered - max(Double(place) * interval, before)
        }
      }
    ),
    (
      "the late ones by their delay", "only-the-delay",
      { requests, interval in
        requests.enumerated().map { place, request in
          let planned = Double(place) * interval
          return request.sent > planned ? request.sent - planned : request.answered - request.sent
        }
      }
    ),
    (
      "as a histogram does", "fills-requests-in",
      { requests, interval in
        var all: [Double] = []
        for request in requests {
          var wait = request.answered - request.sent
          all.append(wait)
          while wait > interval {
            wait -= interval
            all.append(wait)
          }
        }
        return all
      }
    ),
    (
      "the click first", "counts-from-one",
      { requests, interval in
        var click = 0.0
        return requests.map {
          click += interval
          return $0.answered - click
        }
      }
    ),
    (
      "delay upon delay", "adds-the-delays-up",
      { requests, interval in
        var late = 0.0
        return requests.enumerated().map { place, request in
          late += max(0, request.sent - Double(place) * interval)
          return request.answered - request.sent + late
        }
      }
    ),
    (
      "what answers took too long, in all", "adds-the-delays-up",
      { requests, interval in
        var late = 0.0
        return requests.map { request in
          let wait = request.answered - request.sent + late
          late += max(0, request.answered - request.sent - interval)
          return wait
        }
      }
    ),
    // A slip: the formula is seen by itself at requests that were late by less.
    (
      "only those that were sent late by more than an interval", "from-the-sending",
      { requests, interval in
        requests.enumerated().map { place, request in
          let planned = Double(place) * interval
          return request.answered - (request.sent - planned > interval ? planned : request.sent)
        }
      }
    ),
    // Near: those that were late by less are counted from neither.
    (
      "those late by less than an interval from the middle", nil,
      { requests, interval in
        requests.enumerated().map { place, request in
          let planned = Double(place) * interval
          return request.answered
            - (request.sent - planned > interval ? planned : (request.sent + planned) / 2)
        }
      }
    ),
    ("none", "always-the-same", { _, _ in [] }),
    ("one too few", "leaves-some-out", { try OmissionGrading.solution($0, $1).dropLast() }),
    ("without the first", "leaves-some-out", { try OmissionGrading.solution($0, $1).dropFirst() + [] }),
    (
      "one too few, and others are wrong", nil,
      { try OmissionGrading.solution($0, $1).dropLast().map { $0 + 1 } }
    ),
    ("one for the end", "adds-some", { try OmissionGrading.solution($0, $1) + [0] }),
    (
      "the first as it was sent", "takes-the-first-for-punctual",
      { requests, interval in
        var waits = try OmissionGrading.solution(requests, interval)
        if let first = requests.first { waits[0] = first.answered - first.sent }
        return waits
      }
    ),
    (
      "only what was slow itself", "corrects-the-slow-ones-only",
      { requests, interval in
        zip(requests, try OmissionGrading.solution(requests, interval)).map { request, wait in
          let took = request.answered - request.sent
          return took <= interval ? took : wait
        }
      }
    ),
    (
      "the clicks that were missed", "delay-in-whole-intervals",
      { requests, interval in
        requests.enumerated().map { place, request in
          let missed = max(0, Int(request.sent / interval) - place)
          return request.answered - request.sent + Double(missed) * interval
        }
      }
    ),
  ]
}
