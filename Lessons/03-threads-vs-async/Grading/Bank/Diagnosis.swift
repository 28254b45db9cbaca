import EventLoop
import LessonKit

extension BankGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
    var alone: [Alone] = []
    // Either account may be the first to be locked.
    for (source, target) in [(0, 1), (1, 0)] {
      let seen = Observed(candidate, [Payment(30, from: source, to: target)], seed: 1)
      if seen.other is ToDo { return Finding(.toDo) }
      alone += seen.alone
      if let outcome = single.outcome(of: seen) { return Finding(outcome, seed: 1) }
    }
    func asked(_ diagnosis: Diagnosis<Observed>, _ payments: [Payment], seed: UInt64 = 1) -> Finding? {
      diagnosis.outcome(of: Observed(candidate, payments, seed: seed, alone: alone)).map {
        Finding($0, seed: seed)
      }
    }
    // 100 is all that there is: it may be moved.
    if let finding = asked(single, [Payment(100, from: 0, to: 1)]) { return finding }
    if let finding = asked(tooMuch, [Payment(130, from: 1, to: 0)]) { return finding }
    for seed in 1...60 as ClosedRange<UInt64> {
      if let finding = asked(together, crowd, seed: seed) { return finding }
      // Neither can succeed: account 2 would have 150 only with money that account 1 never had.
      let poor = [Payment(130, from: 0, to: 1), Payment(150, from: 1, to: 2)]
      if let finding = asked(notThere, poor, seed: seed) { return finding }
    }
    return .passed()
  }

  /// A transfer between two of three accounts, by their places.
  private struct Payment: Sendable {
    var amount: Int
    var from: Int
    var to: Int

    init(_ amount: Int, from: Int, to: Int) { (self.amount, self.from, self.to) = (amount, from, to) }
  }

  /// All at once.
  private static let crowd = [
    Payment(70, from: 0, to: 1), Payment(70, from: 0, to: 2), Payment(50, from: 1, to: 0),
    Payment(30, from: 2, to: 1), Payment(40, from: 1, to: 2), Payment(60, from: 2, to: 0),
    Payment(90, from: 1, to: 2),
  ]

  /// What a single transfer did, for which only this one can have taken a lock.
  private struct Alone {
    let payment: Payment
    let source: [Account.Event]
    let target: [Account.Event]

    private var both: [Account.Event] { source + target }
    var usesLocks: Bool { both.contains(.lock) }
    var locksOne: Bool { source.contains(.lock) != target.contains(.lock) }
    var readsAgain: Bool { source.contains(.read(isLocked: true)) && source.contains(.read(isLocked: false)) }
    /// Whether a balance was written after its lock had been given back.
    var writesUnlocked: Bool {
      [source, target].contains { log in
        guard let unlock = log.firstIndex(of: .unlock), let write = log.lastIndex(of: .write(isLocked: false))
        else { return false }
        return unlock < write
      }
    }
    /// The place of an account whose balance was read before its lock was taken.
    var readTooSoon: Int? {
      let isTooSoon = { (log: [Account.Event]) in
        guard let read = log.firstIndex(of: .read(isLocked: false)), let lock = log.lastIndex(of: .lock)
        else { return false }
        return read < lock
      }
      return isTooSoon(source) ? payment.from : isTooSoon(target) ? payment.to : nil
    }
    /// Whether a lock was given back after a read and taken once more before the write.
    var unlocksBetween: Bool {
      [source, target].contains { log in
        guard let read = log.firstIndex(of: .read(isLocked: true)),
          let write = log.lastIndex(of: .write(isLocked: true)), read < write
        else { return false }
        return log[read..<write].contains(.unlock)
      }
    }
  }

  /// What was seen of transfers that begin at the same time, each account with 100.
  private struct Observed {
    let seed: UInt64
    let payments: [Payment]
    let accounts: [Account]
    let errors: [(any Error)?]
    /// Why the transfers could not all return; `nil` if they did.
    let obstacle: (any Error)?
    /// What single transfers did, either way between the same two accounts.
    let alone: [Alone]

    init(_ candidate: @escaping Function, _ payments: [Payment], seed: UInt64, alone: [Alone]? = nil) {
      let words = payments.map { "\($0.amount) from account \($0.from + 1) to account \($0.to + 1)" }
      note(question: "three accounts of 100 each; at the same time \(words.joined(separator: ", "))")
      let probe = Probe(lanes: [], seed: seed)
      let accounts = (0..<3).map { Account($0 + 1, balance: 100, on: probe.loop, seed: seed) }
      let trial = Trial(probe) {
        let tasks = payments.map { payment in
          Task(executorPreference: probe.loop) {
            try await candidate(payment.amount, accounts[payment.from], accounts[payment.to])
          }
        }
        var errors: [(any Error)?] = []
        for task in tasks {
          if case .failure(let error) = await task.result { errors.append(error) } else { errors.append(nil) }
        }
        return errors
      }
      (self.seed, self.payments, self.accounts) = (seed, payments, accounts)
      errors = trial.value ?? []
      obstacle = trial.error
      self.alone =
        alone
        ?? payments.map { payment in
          Alone(payment: payment, source: accounts[payment.from].log, target: accounts[payment.to].log)
        }
    }

    var asksTooOften: Bool { other is Account.AskedTooOften }
    var thrown: [any Error] { errors.compactMap(\.self) }
    var isRefused: Bool { thrown.contains { $0 is Account.InsufficientFunds } }
    var other: (any Error)? { thrown.first { !($0 is Account.InsufficientFunds) } }
    var balances: [Int] { accounts.map(\.current) }
    var lowest: Int { accounts.map(\.lowest).min()! }
    var amount: Int { payments[0].amount }
    var locked: [Int] { accounts.filter(\.isLocked).map(\.number) }
    var stayedLocked: String {
      locked.count == 1
        ? "account \(locked[0]) stayed locked"
        : "accounts \(locked.map(String.init).joined(separator: " and ")) stayed locked"
    }

    /// What the accounts should have, after the transfers that did not throw.
    var expected: [Int] {
      zip(payments, errors).reduce(into: [100, 100, 100]) { balances, outcome in
        let (payment, error) = outcome
        guard error == nil else { return }
        balances[payment.from] -= payment.amount
        balances[payment.to] += payment.amount
      }
    }

    /// What has changed on the two accounts of a single transfer.
    var taken: Int { 100 - accounts[payments[0].from].current }
    var given: Int { accounts[payments[0].to].current - 100 }

    /// What was to happen in a single transfer, and what did.
    var asked: String {
      "\(amount) were to be moved from account \(payments[0].from + 1) with 100 to account \(payments[0].to + 1) with 100"
    }
    var left: String {
      "Afterwards account \(payments[0].from + 1) had \(accounts[payments[0].from].current), account \(payments[0].to + 1) "
        + "\(accounts[payments[0].to].current)."
    }
    var ending: String { thrown.first.map { "you threw \($0)" } ?? "you returned" }
    var sums: String {
      "With seed \(seed) the accounts end with \(balances); after the transfers that did not throw it should be \(expected)."
    }

    // What single transfers did under a lock.

    var usesLocks: Bool { alone.contains(where: \.usesLocks) }
    var alwaysLocks: Bool { alone.allSatisfy(\.usesLocks) }
    var locksOne: Bool { alone.contains(where: \.locksOne) }
    var readsTooSoon: Bool { alone.contains { $0.readTooSoon != nil } }
    var readsAgain: Bool { alone.contains(where: \.readsAgain) }
    var writesUnlocked: Bool { alone.contains(where: \.writesUnlocked) }
    var unlocksBetween: Bool { alone.contains(where: \.unlocksBetween) }
    /// A read without the lock, as a sentence.
    var tooSoon: String {
      guard let one = alone.first(where: { $0.readTooSoon != nil }), let place = one.readTooSoon else {
        return ""
      }
      return
        "A single transfer from account \(one.payment.from + 1) to \(one.payment.to + 1) read the balance of account "
        + "\(place + 1) before it had the lock of that account. "
    }
  }

  // Questions that every trial begins with.

  private static let returns = Diagnosis<Observed>.Question(
    "Does it return?", { $0.obstacle == nil && !$0.asksTooOften },
    names: [
      .init("polls", if: \.asksTooOften) { "\($0.asked), and you read a balance about 2,000 times." },
      .init("polls", if: { $0.obstacle is TooManyTurns }) {
        "With seed \($0.seed) your tasks gave way to each other again and again, and nothing happened."
      },
      .init("locks-twice", if: { $0.payments.count == 1 && $0.usesLocks }) {
        "\($0.asked): \($0.obstacle!)."
      },
      .init("locks-in-no-order", if: { $0.payments.count > 1 && $0.usesLocks }) {
        "It happens with seed \($0.seed)."
      },
    ], otherwise: { "Your code never returns: \($0.obstacle!)." })

  private static let throwsNothingElse = Diagnosis<Observed>.Question(
    "Is InsufficientFunds the only error?", { $0.other == nil },
    names: [.init("changes-the-error", if: { _ in true }) { "A transfer threw \($0.other!)." }],
    otherwise: { _ in "" })

  /// There is enough money, and no other transfer.
  private static let single = Diagnosis<Observed>([
    returns, throwsNothingElse,
    .init(
      "Is the money moved where there is enough?", { !$0.isRefused },
      names: [
        .init("refuses-to-empty", if: { $0.amount == 100 }) { "\($0.asked), and \($0.ending)." },
        .init("refuses-what-is-there", if: { _ in true }) { "\($0.asked), and \($0.ending)." },
      ], otherwise: { _ in "" }),
    .init(
      "Does each account have what it should?", { $0.balances == $0.expected },
      names: [
        .init("moves-nothing", if: { $0.taken == 0 && $0.given == 0 }) { "\($0.asked). \($0.left)" },
        .init("moves-the-wrong-way", if: { $0.taken == -$0.amount && $0.given == -$0.amount }) {
          "\($0.asked). \($0.left)"
        },
        .init("moves-one-side", if: { $0.taken != $0.given && ($0.taken == 0 || $0.given == 0) }) {
          "\($0.asked). \($0.left)"
        },
      ],
      otherwise: {
        let payment = $0.payments[0]
        return
          "\($0.asked). \($0.left) It should be \($0.expected[payment.from]) and \($0.expected[payment.to])."
      }),
    .init(
      "Is no lock left?", { $0.locked.isEmpty },
      names: [
        .init("keeps-the-lock", if: { _ in true }) {
          "A single transfer went well, and \($0.stayedLocked)."
        }
      ], otherwise: { _ in "" }),
  ])

  /// There is too little money, and no other transfer.
  private static let tooMuch = Diagnosis<Observed>([
    returns, throwsNothingElse,
    .init(
      "Is it refused?", { $0.isRefused },
      names: [
        .init("fails-silently", if: { $0.taken == 0 && $0.given == 0 }) { "\($0.asked), and \($0.ending)." },
        .init("moves-what-there-is", if: { $0.taken == 100 && $0.given == 100 }) {
          "\($0.asked). \($0.left)"
        },
        .init("never-checks", if: { $0.lowest < 0 }) { "\($0.asked). \($0.left)" },
      ], otherwise: { "\($0.asked), and \($0.ending). \($0.left) Throw InsufficientFunds." }),
    .init(
      "Has nothing changed?", { $0.balances == [100, 100, 100] },
      names: [
        .init("changes-before-it-checks", if: { _ in true }) { "\($0.asked): \($0.ending). \($0.left)" }
      ],
      otherwise: { _ in "" }),
    .init(
      "Was no balance below zero, even for a moment?", { $0.lowest >= 0 },
      names: [
        .init("below-zero-for-a-moment", if: { _ in true }) {
          "\($0.asked), and the lowest balance on the way was \($0.lowest)."
        }
      ],
      otherwise: { _ in "" }),
    .init(
      "Is no lock left?", { $0.locked.isEmpty },
      names: [
        .init("keeps-the-lock-on-error", if: { _ in true }) {
          "You threw, and \($0.stayedLocked)."
        }
      ], otherwise: { _ in "" },
      alsoSeen: { _ in "when you throw, a lock stays taken." }),
    .init(
      "Does a lock last from the read to the write?", { !$0.unlocksBetween || $0.isRefused },
      otherwise: { _ in "" },
      alsoSeen: { _ in "you give a lock back between the read and the write." }),
  ])

  /// Many transfers at once.
  private static let together = Diagnosis<Observed>([
    returns, throwsNothingElse,
    .init(
      "Do the balances add up?", { $0.balances == $0.expected },
      names: [
        .init("awaits-between-read-and-write", if: { !$0.alwaysLocks }, \.sums),
        .init("locks-one-account", if: \.locksOne, \.sums),
        .init("checks-outside-the-lock", if: { $0.readsTooSoon && $0.readsAgain }, \.sums),
        .init("reads-before-the-lock", if: \.readsTooSoon) { $0.tooSoon + $0.sums },
        .init("unlocks-before-the-write", if: \.writesUnlocked, \.sums),
        .init("unlocks-between", if: \.unlocksBetween, \.sums),
      ], otherwise: { "Your locks don't cover the whole transfer. \($0.sums)" }),
    .init(
      "Was no balance below zero?", { $0.lowest >= 0 },
      names: [
        .init("awaits-between-read-and-write", if: { !$0.alwaysLocks }, belowZero),
        .init("checks-outside-the-lock", if: \.readsTooSoon, belowZero),
        .init("unlocks-between", if: \.unlocksBetween, belowZero),
      ], otherwise: belowZero),
    .init(
      "Is no lock left?", { $0.locked.isEmpty }, names: [.init("keeps-the-lock", if: { _ in true })],
      otherwise: { _ in "" }),
  ])

  /// Neither of two transfers can succeed, unless one spends what the other has not got.
  private static let notThere = Diagnosis<Observed>([
    returns, throwsNothingElse,
    .init(
      "Are both refused?", { $0.thrown.count == 2 && $0.lowest >= 0 },
      names: [
        .init("spends-what-is-not-there", if: { $0.errors[0] != nil }) {
          "Each account had 100. 130 were to go from account 1 to 2, which is too much, and at the same time 150 from account 2 to 3: "
            + "with seed \($0.seed) the second transfer found money that account 1 never had. The lowest balance was \($0.lowest)."
        }
      ],
      otherwise: {
        "130 were to go from account 1, and 150 from account 2, each with 100: \($0.thrown.count) of 2 were refused. \($0.sums)"
      }),
    .init("Is all as it was?", { $0.balances == $0.expected }, otherwise: \.sums),
  ])

  @Sendable private static func belowZero(_ observed: Observed) -> String {
    "With seed \(observed.seed) the lowest balance on the way was \(observed.lowest)."
  }
}
