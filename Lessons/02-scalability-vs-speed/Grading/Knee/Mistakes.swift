import LessonKit

extension KneeGrading {
  static let mistakes = [peakOfThroughput, meanNotTail, ignoresErrors, firstNoisySample]

  private static let peakOfThroughput = Mistake<Function>(
    "peak-of-throughput",
    says: """
      You return the step with the most answers a second. By then users may have been waiting too long for a while: throughput \
      stays up while response times grow.
      """
  ) { ramp, _ in
    ramp.max { $0.throughput < $1.throughput }?.users ?? 0
  }

  private static let meanNotTail = Mistake<Function>(
    "the-mean-not-the-tail",
    says: """
      You judge by the mean. It looks fine while one request in a hundred takes far too long; the objective is about p99.
      """
  ) { ramp, objective in
    try solution(changed(ramp) { $0.p99 = $0.mean }, objective)
  }

  private static let ignoresErrors = Mistake<Function>(
    "ignores-errors",
    says: """
      You ignore the errors. A refused request has no response time, so a server that refuses many of them looks fast.
      """
  ) { ramp, objective in
    try solution(changed(ramp) { $0.errors = 0 }, objective)
  }

  private static let firstNoisySample = Mistake<Function>(
    "the-first-noisy-sample",
    says: """
      You stop at the first bad step, although the next one is good again. One bad sample is noise; two in a row are a knee.
      """
  ) { ramp, objective in
    ramp.prefix { $0.p99 <= objective && $0.errors == 0 }.last?.users ?? 0
  }

  private static func changed(_ ramp: [RampStep], _ change: (inout RampStep) -> Void) -> [RampStep] {
    ramp.map {
      var step = $0
      change(&step)
      return step
    }
  }
}
