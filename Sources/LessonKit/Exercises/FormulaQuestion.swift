package import Figures
import Foundation
import Platform

/// One question to a candidate that only calculates.
package struct FormulaQuestion<Function: Sendable> {
  fileprivate let text: String
  fileprivate let special: [String]
  fileprivate let ask: (Function) throws -> [Double]
  fileprivate var draw: (_ yours: [Double], _ right: [Double]) -> [Figure] = { _, _ in [] }

  /// - Parameters:
  ///   - text: the question in words, with the whole input, for example `half of the program, over 2 cores`.
  ///   - special: what is special about it, for a sentence: `the response time is 0`.
  ///   - ask: asks a candidate.
  package init(_ text: String, where special: [String] = [], ask: @escaping (Function) throws -> Double) {
    self.text = text
    self.special = special
    self.ask = { [try ask($0)] }
  }

  /// - Parameters:
  ///   - text: the question in words, with the whole input.
  ///   - special: what is special about it, for a sentence.
  ///   - ask: asks a candidate, which answers with a list.
  package init(
    _ text: String, where special: [String] = [], askForList ask: @escaping (Function) throws -> [Double]
  ) {
    self.text = text
    self.special = special
    self.ask = ask
  }

  /// The same question, with pictures of the answer to it and the right one.
  package func drawing(_ draw: @escaping (_ yours: [Double], _ right: [Double]) -> [Figure]) -> Self {
    var question = self
    question.draw = draw
    return question
  }
}

/// What can go wrong besides a wrong formula, whichever that is.
package struct Slip<Function: Sendable>: Sendable {
  fileprivate let says: String
  fileprivate let mistake: String?
  fileprivate let apply: @Sendable (Function) -> Function

  /// - Parameters:
  ///   - says: what goes wrong, as a sentence that follows a colon.
  ///   - mistake: the name that it has where it is all that is wrong.
  ///   - apply: the formula with the slip.
  package init(
    _ says: String, alone mistake: String? = nil, apply: @escaping @Sendable (Function) -> Function
  ) {
    (self.says, self.mistake, self.apply) = (says, mistake, apply)
  }
}

/// A mistake by which something that was given makes no difference to any answer.
package struct Ignored<Function: Sendable>: Sendable {
  fileprivate let mistake: String
  fileprivate let says: String
  fileprivate let change: @Sendable (_ candidate: Function, _ by: Double) -> Function

  /// - Parameters:
  ///   - mistake: its name, with a text that says no more than that it makes no difference.
  ///   - says: that it makes no difference, as a sentence.
  ///   - change: the candidate, given something that is greater by some whole number in its place.
  package init(
    _ mistake: String, _ says: String,
    change: @escaping @Sendable (_ candidate: Function, _ by: Double) -> Function
  ) {
    (self.mistake, self.says, self.change) = (mistake, says, change)
  }
}

/// What a wrong answer may be explained by, beside an exercise's mistakes.
private struct Further<Function: Sendable> {
  let others: [(name: String, function: Function)]
  let slips: [Slip<Function>]
  let ignoring: [Ignored<Function>]
  let more: () -> [FormulaQuestion<Function>]
}

extension Exercise {
  /// Judges a candidate by all questions, asked in their order: the one that teaches most comes first.
  ///
  /// A wrong answer makes the mistake that explains most of what is wrong with it: the wrong formula whose answers it gives, nearly
  /// wherever that formula and the right one differ. Where none does, the exact difference is told.
  ///
  /// - Parameters:
  ///   - random: makes a question up, with any input that the exercise's head allows. Where all questions are answered rightly, some
  ///     hundreds of these are asked, the shortest first.
  ///   - most: how many bytes of these to note at most: the more, the less the learner may print.
  ///   - others: further formulas by which people make a mistake, with its name.
  ///   - slips: what can go wrong besides, with any of the formulas.
  ///   - ignoring: mistakes by which something that was given makes no difference.
  ///   - naming: the word for an answer that stands for a choice, not for an amount.
  package static func judge(
    _ candidate: Function, by questions: [FormulaQuestion<Function>],
    andAtRandom random: ((inout Chance) -> FormulaQuestion<Function>)? = nil, noting most: Int = 12_000,
    others: [(name: String, function: Function)] = [], slips: [Slip<Function>] = [],
    ignoring: [Ignored<Function>] = [], naming: ((Double) -> String)? = nil
  ) -> Finding {
    func more() -> [FormulaQuestion<Function>] { random.map { drawn($0, noting: most) } ?? [] }
    let further = Further(others: others, slips: slips, ignoring: ignoring, more: more)
    let finding = judge(candidate, by: questions, within: nil, further, naming: naming)
    guard finding.outcome == .passed, random != nil else { return finding }
    return judge(candidate, by: more(), within: .milliseconds(250), further, naming: naming)
  }

  /// Different questions, the shortest first: what is told of a wrong answer is the first that shows it.
  private static func drawn(_ random: (inout Chance) -> FormulaQuestion<Function>, noting most: Int)
    -> [FormulaQuestion<Function>]
  {
    var texts: Set<String> = []
    // Each is noted where a crash would show it, and who prints too much is stopped: leave most of that to the learner.
    var left = most
    return (0..<400).map { place in
      var chance = Chance(seed: UInt64(place), size: Double(place % 20) / 20)
      return random(&chance)
    }
    .filter { question in
      guard left > 0, texts.insert(question.text).inserted else { return false }
      left -= question.text.utf8.count + 20
      return true
    }
    .sorted { $0.text.count < $1.text.count }
  }

  /// - Parameter limit: how much of a core the asking may take, whatever else the machine does; `nil` to ask all.
  private static func judge(
    _ candidate: Function, by all: [FormulaQuestion<Function>], within limit: Duration?,
    _ further: Further<Function>, naming: ((Double) -> String)?
  ) -> Finding {
    let end = limit.map { CPUTime.ofThread + $0 }
    var answers: [[Double]] = []
    for question in all {
      if let end, CPUTime.ofThread > end { break }
      note(question: question.text)
      do { answers.append(try question.ask(candidate)) } catch is ToDo { return Finding(.toDo) } catch {
        return Finding(.general(.givesUp, "For \(question.text) you threw \(error)."))
      }
    }
    let questions = all.prefix(answers.count)
    let right = questions.map { (try? $0.ask(solution)) ?? [.nan] }
    func differences(_ values: [[Double]]) -> [Int] {
      values.indices.filter { !areEqual(values[$0], right[$0]) }
    }
    let wrong = differences(answers)
    guard let first = wrong.first else { return .passed() }
    func told(_ place: Int) -> String {
      let words = [answers[place], right[place]].map { values in
        naming.map { values.map($0).joined(separator: ", ") } ?? inWords(values)
      }
      return "For \(questions[place].text) you returned \(words[0]); right is \(words[1])."
    }
    func finding(_ outcome: Finding.Outcome, at place: Int) -> Finding {
      var finding = Finding(outcome)
      finding.drawings = questions[place].draw(answers[place], right[place])
      return finding
    }
    let known = mistakes.map { (name: $0.name, function: $0.function) } + further.others
    let formulas = known.map { name, function -> Explanation in
      let values = questions.map { (try? $0.ask(function)) ?? [.nan] }
      let shows = differences(values)
      return (name, Set(shows), Set(shows.filter { areEqual(answers[$0], values[$0]) }))
    }
    func missed(_ formula: Explanation) -> Int { formula.shows.union(wrong).count - formula.agrees.count }
    // Four of five places at which either of the two is wrong have to be wrong alike.
    let explained = formulas.filter { missed($0) * 4 <= $0.agrees.count }.min { missed($0) < missed($1) }
    if let explained, let place = explained.agrees.min() {
      return finding(.mistake(explained.name, detail: told(place)), at: place)
    }
    let general = generalMistake(answers, right, wrong: wrong.count)
    if general == nil || general == .missesASpecialCase,
      let (most, other) = twoMistakes(formulas, wrong: Set(wrong))
    {
      return finding(.mistake(most.name, detail: told(most.place)), at: most.place)
        .mentioning(told(other.place).decapitalized)
    }
    if general == nil {
      if let (name, slip) = slipped(known, further, candidate, Array(questions), answers) {
        return finding(.mistake(name, detail: told(first)), at: first).mentioning(slip)
      }
      let answered = Array(zip(questions, answers))
      if let ignored = further.ignoring.first(where: { isIgnored($0, candidate, answered) }) {
        return finding(.mistake(ignored.mistake, detail: "\(ignored.says) \(told(first))"), at: first)
      }
    }
    if general == .leavesSomeOut || general == .addsSome, let general,
      let place = wrong.first(where: { !answers[$0].isEmpty && answers[$0].count != right[$0].count })
    {
      return finding(
        .general(general, "\(told(place)) \(unequalLists(yours: answers[place], right: right[place]))"),
        at: place)
    }
    if general == .missesASpecialCase {
      return finding(.general(.missesASpecialCase, "\(cases(questions, wrong)) \(told(first))"), at: first)
    }
    // Choices are numbered at will: their sums and ratios say nothing.
    if general == .offByAFactor, naming == nil,
      let place = wrong.first(where: { !right[$0].contains(0) && !right[$0].isEmpty })
    {
      let factor = answers[place][0] / right[place][0]
      return finding(
        .general(.offByAFactor, "\(told(place)) Yours is always \(factor.inWords) times the right one."),
        at: place)
    }
    if let general, naming == nil || general == .alwaysTheSame {
      return finding(.general(general, told(first)), at: first)
    }
    return finding(.different(told(first)), at: first)
  }

  /// The known formula that, with a slip besides, gives just what the candidate does, to further questions as well.
  ///
  /// It counts where both can be seen: the formula by itself at a quarter of what is wrong, and the slip, too; and where no formula of
  /// another name does as well.
  private static func slipped(
    _ known: [(name: String, function: Function)], _ further: Further<Function>, _ candidate: Function,
    _ questions: [FormulaQuestion<Function>], _ yours: [[Double]]
  ) -> (name: String, slip: String)? {
    func values(_ function: Function, _ questions: [FormulaQuestion<Function>]) -> [[Double]] {
      questions.map { (try? $0.ask(function)) ?? [.nan] }
    }
    let possible = further.slips.flatMap { slip in
      known.compactMap { name, function -> (name: String, function: Function, slip: Slip<Function>)? in
        let changed = slip.apply(function)
        return name != slip.mistake && places(values(changed, questions), yours).isEmpty
          ? (name, function, slip) : nil
      }
    }
    guard !possible.isEmpty else { return nil }
    let more = further.more().prefix(100)
    let all = questions + more
    let asked = more.map { question in
      note(question: question.text)
      return (try? question.ask(candidate)) ?? [.nan]
    }
    let (answers, right) = (yours + asked, values(solution, all))
    let wrong = places(answers, right)
    let seen = possible.filter { _, function, slip in
      let (formula, changed) = (values(function, all), values(slip.apply(function), all))
      let slips = places(changed, formula)
      let alone = places(formula, right).subtracting(slips)
      return places(changed, answers).isEmpty && slips.count > 2 && alone.count > 2
        && alone.count * 4 >= wrong.count
    }
    guard let first = seen.first, seen.allSatisfy({ $0.name == first.name }) else { return nil }
    return (first.name, first.slip.says)
  }

  /// Which of all the numbers differ; in lists of different lengths, all do.
  private static func places(_ these: [[Double]], _ those: [[Double]]) -> Set<[Int]> {
    var places: Set<[Int]> = []
    for (question, (these, those)) in zip(these, those).enumerated() {
      for place in 0..<max(these.count, those.count)
      where these.count != those.count || !these[place].isEqualButForRounding(to: those[place]) {
        places.insert([question, place])
      }
    }
    return places
  }

  /// Whether what is ignored makes no difference to any answer.
  private static func isIgnored(
    _ ignored: Ignored<Function>, _ candidate: Function, _ answered: [(FormulaQuestion<Function>, [Double])]
  ) -> Bool {
    [1, 77, 1000].allSatisfy { by in
      let changed = ignored.change(candidate, by)
      return answered.allSatisfy { question, yours in
        (try? question.ask(changed)).map { areEqual($0, yours) } ?? false
      }
    }
  }

  /// At which questions a wrong formula differs from the right one, and at which of these the candidate gave its answer.
  private typealias Explanation = (name: String, shows: Set<Int>, agrees: Set<Int>)

  /// Two mistakes that together explain all that is wrong, where no single one does: the one that explains more comes first.
  private static func twoMistakes(
    _ formulas: [Explanation], wrong: Set<Int>
  ) -> (most: (name: String, place: Int), other: (name: String, place: Int))? {
    // Where both show, only one of them can be seen.
    let possible = formulas.filter { !$0.agrees.isEmpty && $0.shows.isSubset(of: wrong) }
      .sorted { $0.agrees.count > $1.agrees.count }
    for most in possible where most.agrees.count > 1 {
      for other in possible where other.name != most.name && other.shows.isDisjoint(with: most.shows) {
        let rest = other.agrees.subtracting(most.agrees)
        if let place = rest.min(), let first = most.agrees.min(), most.agrees.union(rest) == wrong {
          return ((most.name, first), (other.name, place))
        }
      }
    }
    return nil
  }

  /// Where the wrong answers are, as a sentence: by what is special there, or by their number.
  private static func cases(_ questions: ArraySlice<FormulaQuestion<Function>>, _ wrong: [Int]) -> String {
    let areRight = Set(questions.indices).subtracting(wrong)
    // What is special at a right answer, too, does not make the difference.
    let harmless = Set(areRight.flatMap { questions[$0].special })
    var cases: [String] = []
    for place in wrong {
      let own = questions[place].special.filter { !harmless.contains($0) }
      guard let first = own.first else {
        return "\(areRight.count) of \(questions.count) answers are right."
      }
      if !own.contains(where: cases.contains) { cases.append(first) }
    }
    return "You are wrong where \(cases.joined(separator: ", and where "))."
  }

  /// What can be seen of any wrong numbers beside the right ones; `nil` where that says nothing.
  private static func generalMistake(_ answers: [[Double]], _ right: [[Double]], wrong: Int)
    -> GeneralMistake?
  {
    if answers.count > 1, answers.allSatisfy({ areEqual($0, answers[0]) }) { return .alwaysTheSame }
    let areNumbers = zip(answers, right).map { yours, right in
      areEqual(yours, right) || !zip(yours, right).contains { !$0.isFinite && $1.isFinite }
    }
    if areNumbers.count(where: { !$0 }) == wrong { return .dividesByZero }
    let isSpecialCase = wrong * 4 <= answers.count
    let lists = zip(answers, right).filter { !areEqual($0, $1) }
    if lists.contains(where: { !$0.isEmpty && !$1.isEmpty && $0.count != $1.count }) {
      if lists.allSatisfy({ $0.count < $1.count && missing(from: $0, of: $1) != nil }) {
        return .leavesSomeOut
      }
      if lists.allSatisfy({ $0.count > $1.count && missing(from: $1, of: $0) != nil }) { return .addsSome }
    }
    guard zip(answers, right).allSatisfy({ $0.count == $1.count }) else {
      return isSpecialCase ? .missesASpecialCase : nil
    }
    let pairs = zip(answers.joined(), right.joined()).filter { $0.isFinite && $1.isFinite }
    guard pairs.count == answers.joined().count, pairs.count > 2 else {
      return isSpecialCase ? .missesASpecialCase : nil
    }
    // One who rounds, to whole numbers or to some decimals, returns nothing that is not round.
    let isRounded = [1, 10, 100, 1000].contains { scale in
      pairs.allSatisfy { yours, right in
        (yours * scale).isEqualButForRounding(to: (yours * scale).rounded()) && abs(yours - right) < 1 / scale
      }
    }
    if isRounded { return .roundsTheAnswer }
    if isSpecialCase { return .missesASpecialCase }
    func isAlike(_ change: (Double, Double) -> Double, where counts: (Double, Double) -> Bool) -> Bool {
      let changes = pairs.filter(counts).map(change)
      return changes.count > 2 && changes.allSatisfy { $0.isEqualButForRounding(to: changes[0]) }
    }
    if pairs.allSatisfy({ $1 != 0 || $0 == 0 }), isAlike({ $0 / $1 }, where: { $1 != 0 }) {
      return .offByAFactor
    }
    return isAlike({ $0 - $1 }, where: { _, _ in true }) ? .offByAConstant : nil
  }

  /// The places of a list that another lacks, which is the same but for them; `nil` if it is not. Of equal ones the later.
  private static func missing(from part: [Double], of whole: [Double]) -> [Int]? {
    var rest = part[...]
    var places: [Int] = []
    for (place, number) in whole.enumerated() {
      if let next = rest.first, areEqual([next], [number]) {
        rest.removeFirst()
      } else {
        places.append(place)
      }
    }
    return rest.isEmpty ? places : nil
  }

  /// Which answers are missing, or are more than there should be.
  private static func unequalLists(yours: [Double], right: [Double]) -> String {
    let isShort = yours.count < right.count
    let (part, whole) = isShort ? (yours, right) : (right, yours)
    let places = missing(from: part, of: whole) ?? []
    let what = isShort ? "missing" : "too many"
    if places == [whole.count - 1] { return "The last one is \(what)." }
    if places == [0] { return "The first one is \(what)." }
    return places.count == 1
      ? "One is \(what)." : "\(places.count) of \(whole.count) are \(what)."
  }

  private static func areEqual(_ these: [Double], _ those: [Double]) -> Bool {
    these.count == those.count && zip(these, those).allSatisfy { $0.isEqualButForRounding(to: $1) }
  }

  private static func inWords(_ numbers: [Double]) -> String {
    numbers.isEmpty ? "an empty list" : numbers.map(\.inWords).joined(separator: ", ")
  }
}

extension String {
  /// The text as it stands after a colon.
  fileprivate var decapitalized: String { prefix(1).lowercased() + dropFirst() }
}

extension Double {
  /// Whether two numbers differ by rounding at most: sums and products in another order. No number is like no number.
  /// An endless one is like itself alone.
  fileprivate func isEqualButForRounding(to other: Double) -> Bool {
    self == other || (isNaN && other.isNaN)
      || isFinite && other.isFinite && abs(self - other) <= 1e-6 * max(1, abs(other))
  }

  /// As many decimals as tell two numbers apart that are not equal.
  fileprivate var inWords: String {
    guard !isNaN else { return "nan (not a number, as 0 / 0 is)" }
    guard isFinite, abs(self) < 1e9 else { return "\(self)" }
    return self == rounded() ? "\(Int(self))" : "\((self * 1e6).rounded() / 1e6)"
  }
}
