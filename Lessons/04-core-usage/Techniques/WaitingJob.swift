/// A job that only waits: so many answers from elsewhere, each of which takes its time and no computing.
struct WaitingJob: Sendable, Hashable {
  var waits = 16
  var each = Duration.milliseconds(25)
}
