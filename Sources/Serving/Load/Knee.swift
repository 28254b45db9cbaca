/// How many users a server holds until it degrades, between two numbers that were tried.
public struct Knee: Sendable, Hashable, CustomStringConvertible {
  /// One load of the ramp.
  public struct Sample: Sendable, Hashable {
    /// How many users there were.
    public var users: Int
    /// What came of it.
    public var result: LoadResult
    /// Whether that kept the objective.
    public var isMet: Bool
  }

  /// The objective.
  public var objective: Objective
  /// The greatest number of users for which the objective was kept; 0 if it was for none.
  public var holds: Int
  /// The least number above it for which it was not; `nil` if the ramp ended before.
  public var breaks: Int?
  /// All loads, in the order of the ramp.
  public var samples: [Sample]

  /// How far the two numbers are apart, as a share of the lower one; `nil` if there is no upper one.
  public var uncertainty: Double? { breaks.map { holds == 0 ? 1 : Double($0 - holds) / Double(holds) } }

  /// How many loads with so many users kept the objective, out of how many.
  public func verdicts(at users: Int) -> (kept: Int, of: Int) {
    let here = samples.filter { $0.users == users }
    return (here.count { $0.isMet }, here.count)
  }

  /// The knee in words, and how sure it is.
  public var description: String {
    let (kept, tried) = verdicts(at: holds)
    let below = holds == 0 ? "not even 1 user" : "\(holds) users (\(kept) of \(tried) loads)"
    guard let breaks else { return "\(objective): \(below), and no end found" }
    let (keptAbove, triedAbove) = verdicts(at: breaks)
    return
      "\(objective): kept by \(below), broken by \(breaks) (\(triedAbove - keptAbove) of \(triedAbove) loads)"
  }
}
