import LessonKit

extension BankGrading {
  static let mistakes = [
    checksOutsideTheLock, locksInNoOrder, awaitsBetweenReadAndWrite, keepsTheLockOnError, keepsTheLock,
    locksTwice, polls, changesTheError, refusesToEmpty, refusesWhatIsThere, movesNothing, movesTheWrongWay,
    movesOneSide, failsSilently, movesWhatThereIs, neverChecks, changesBeforeItChecks, belowZeroForAMoment,
    locksOneAccount, readsBeforeTheLock, unlocksBeforeTheWrite, unlocksBetween, spendsWhatIsNotThere,
  ]

  private static let checksOutsideTheLock = Mistake<Function>(
    "checks-outside-the-lock",
    says: """
      You check the balance before you hold the lock. By the time you have the lock, another transfer may have taken the money \
      that you saw, and the account falls below zero. Read the balance under the lock.
      """,
    hint: "The balance was 100 when you looked. What else can happen before you hold the lock?"
  ) { amount, source, target in
    guard try await source.balance() >= amount else { throw Account.InsufficientFunds() }
    let (first, second) = inOrder(source, target)
    await first.lock()
    defer { first.unlock() }
    await second.lock()
    defer { second.unlock() }
    try await move(amount, source, target)
  }

  private static let locksInNoOrder = Mistake<Function>(
    "locks-in-no-order",
    says: """
      Two transfers between the same accounts, in opposite directions, each hold one lock and wait for the other one for ever: a \
      deadlock. Take locks in an order that all transfers share, for example by account number.
      """,
    hint: "A to B and B to A begin at once. Which lock does each of them take first?"
  ) { amount, source, target in
    await source.lock()
    defer { source.unlock() }
    let balance = try await source.balance()
    guard balance >= amount else { throw Account.InsufficientFunds() }
    await target.lock()
    defer { target.unlock() }
    try await source.setBalance(balance - amount)
    try await target.setBalance(target.balance() + amount)
  }

  private static let awaitsBetweenReadAndWrite = Mistake<Function>(
    "awaits-between-read-and-write",
    says: """
      Between your read and your write you await, and meanwhile another transfer writes: your write undoes it. An actor wouldn't \
      help, since other tasks enter it at every `await`. Hold both locks from before the read until after the write.
      """,
    hint: "You have read 100, and now you await. What is your write worth if the account has 60 by then?"
  ) { amount, source, target in
    try await checkAndMove(amount, source, target)
  }

  private static let keepsTheLockOnError = Mistake<Function>(
    "keeps-the-lock-on-error",
    says: """
      You throw while you hold a lock, and no other transfer ever gets it. `defer { account.unlock() }` right after `lock()` \
      unlocks on every way out.
      """,
    hint: "Follow the path of your `throw`: which `unlock()` does it pass?"
  ) { amount, source, target in
    let (first, second) = inOrder(source, target)
    await first.lock()
    await second.lock()
    try await checkAndMove(amount, source, target)
    second.unlock()
    first.unlock()
  }

  private static let keepsTheLock = Mistake<Function>(
    "keeps-the-lock",
    says: """
      Your transfer is done, and an account stays locked: the next transfer with that account waits for ever. Give every lock \
      back that you have taken, each once. `defer { account.unlock() }` right after `lock()` does that.
      """,
    hint: "Count `lock()` and `unlock()` of each account on every path."
  ) { amount, source, target in
    let (first, second) = inOrder(source, target)
    await first.lock()
    defer { first.unlock() }
    await second.lock()
    try await checkAndMove(amount, source, target)
  }

  private static let locksTwice = Mistake<Function>(
    "locks-twice",
    says: """
      A single transfer, with nothing else going on, waits for a lock for ever: your own task holds it. This lock doesn't know its \
      holder; a task that takes it twice waits for itself. Take each account's lock once.
      """,
    hint: "Which account do you lock twice on one path? What if source and target are the same account?"
  ) { amount, source, target in
    await source.lock()
    defer { source.unlock() }
    try await solution(amount, source, target)
  }

  private static let polls = Mistake<Function>(
    "polls",
    says: """
      You ask again and again whether something has changed: a balance, or a lock. Every time is work, and it may never change. \
      Wait for a lock with `await lock()`, which tells you; and if there is too little money, throw InsufficientFunds.
      """,
    hint: "What are you waiting for in your loop, and who could tell you?"
  ) { amount, source, target in
    while try await source.balance() < amount {}
    try await solution(amount, source, target)
  }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      You throw an error of another kind. The caller has to tell "too little money" from everything else, so throw \
      `Account.InsufficientFunds()`, and let other errors through as they are.
      """,
    hint: "Which `catch` does the error pass on its way to the caller?"
  ) { amount, source, target in
    do { try await solution(amount, source, target) } catch { throw CancellationError() }
  }

  private static let refusesToEmpty = Mistake<Function>(
    "refuses-to-empty",
    says: """
      You refuse to move all that there is. No balance may be below zero; zero itself is allowed. Compare with `>=`, \
      not with `>`.
      """,
    hint: "The source has 50, and 50 are to be moved. What is left, and is that allowed?"
  ) { amount, source, target in
    if try await source.balance() == amount { throw Account.InsufficientFunds() }
    try await solution(amount, source, target)
  }

  private static let refusesWhatIsThere = Mistake<Function>(
    "refuses-what-is-there",
    says: """
      There is enough money on the source, and you throw InsufficientFunds all the same. Throw only if the balance of the source \
      is less than the amount.
      """,
    hint: "Print balance and amount just before you throw."
  ) { _, _, _ in throw Account.InsufficientFunds() }

  private static let movesNothing = Mistake<Function>(
    "moves-nothing",
    says: """
      You return, and no balance has changed. Read both balances, and write both: the source's less the amount, the target's plus \
      the amount.
      """,
    hint: "Which lines of yours begin with a balance and an equals sign? Are they reached?"
  ) { _, _, _ in }

  private static let movesTheWrongWay = Mistake<Function>(
    "moves-the-wrong-way",
    says: """
      You move the money the wrong way: the target pays, and the source receives. Look at which account you subtract from; \
      perhaps the two were swapped when you put them in order for locking.
      """,
    hint: "Once you have put two accounts in order for locking, which of your variables is the source?"
  ) { amount, source, target in
    try await solution(amount, target, source)
  }

  private static let movesOneSide = Mistake<Function>(
    "moves-one-side",
    says: """
      Only one of the two balances changes, so money appears or disappears. A transfer takes the amount from the source and \
      gives it to the target; write both.
      """,
    hint: "Add up both balances before and after. Which line is missing?"
  ) { amount, source, _ in
    await source.lock()
    defer { source.unlock() }
    try await source.setBalance(source.balance() - amount)
  }

  private static let failsSilently = Mistake<Function>(
    "fails-silently",
    says: """
      There is too little money, and you return as if all were well. The caller believes that the money has moved. Throw \
      `Account.InsufficientFunds()`.
      """,
    hint: "There is too little money. Which line of yours runs last?"
  ) { amount, source, target in
    do { try await solution(amount, source, target) } catch is Account.InsufficientFunds {}
  }

  private static let movesWhatThereIs = Mistake<Function>(
    "moves-what-there-is",
    says: """
      There is too little money, and you move what there is. Half a payment is none: the caller asked for the whole amount and \
      is told that it has moved. Change nothing, and throw InsufficientFunds.
      """,
    hint: "100 are asked for and 30 are there. What does your caller believe was paid?"
  ) { amount, source, target in
    try await solution(min(amount, source.balance()), source, target)
  }

  private static let neverChecks = Mistake<Function>(
    "never-checks",
    says: """
      You move money that isn't there, and the source falls below zero. Compare its balance with the amount first, under the lock, \
      and throw InsufficientFunds if it is too small.
      """,
    hint: "The source has 30, and 100 are to be moved. Which of your lines stops that?"
  ) { amount, source, target in
    let (first, second) = inOrder(source, target)
    await first.lock()
    defer { first.unlock() }
    await second.lock()
    defer { second.unlock() }
    try await move(amount, source, target)
  }

  private static let changesBeforeItChecks = Mistake<Function>(
    "changes-before-it-checks",
    says: """
      You throw InsufficientFunds, but a balance has changed already, and stays so. An error doesn't undo what was written before \
      it. Check first, and write only when nothing can go wrong any more.
      """,
    hint: "Which comes first in your code: the write, or the `throw`?"
  ) { amount, source, target in
    try await target.setBalance(target.balance() + amount)
    let balance = try await source.balance()
    guard balance >= amount else { throw Account.InsufficientFunds() }
    try await source.setBalance(balance - amount)
  }

  private static let belowZeroForAMoment = Mistake<Function>(
    "below-zero-for-a-moment",
    says: """
      You write first and look afterwards, and put the old balance back if it was too small. In between the account is below zero, \
      where anything that reads it can see it. Check before you write.
      """,
    hint: "Between your write and your putting it back, what does a reader see?"
  ) { amount, source, target in
    let (first, second) = inOrder(source, target)
    await first.lock()
    defer { first.unlock() }
    await second.lock()
    defer { second.unlock() }
    let balance = try await source.balance()
    try await source.setBalance(balance - amount)
    guard balance >= amount else {
      try await source.setBalance(balance)
      throw Account.InsufficientFunds()
    }
    try await target.setBalance(target.balance() + amount)
  }

  private static let locksOneAccount = Mistake<Function>(
    "locks-one-account",
    says: """
      You lock one of the two accounts only. Other transfers read and write the other one meanwhile, and your write there undoes \
      theirs. Lock both, in an order that all transfers share.
      """,
    hint: "Which of your writes is to an account that you hold no lock of?"
  ) { amount, source, target in
    await source.lock()
    defer { source.unlock() }
    try await checkAndMove(amount, source, target)
  }

  private static let readsBeforeTheLock = Mistake<Function>(
    "reads-before-the-lock",
    says: """
      You read a balance before you hold its lock, and write from that value later. While you wait for the lock another transfer \
      can change it, and your write undoes that. Read under the lock, too.
      """,
    hint: "You read, and then wait for the lock. Is what you read still true when you have it?"
  ) { amount, source, target in
    let (balance, other) = (try await source.balance(), try await target.balance())
    guard balance >= amount else { throw Account.InsufficientFunds() }
    let (first, second) = inOrder(source, target)
    await first.lock()
    defer { first.unlock() }
    await second.lock()
    defer { second.unlock() }
    try await source.setBalance(balance - amount)
    try await target.setBalance(other + amount)
  }

  private static let unlocksBeforeTheWrite = Mistake<Function>(
    "unlocks-before-the-write",
    says: """
      You give a lock back, and write to its account afterwards. Until you do, another transfer can read the old balance, and one \
      of you undoes the other. Keep the lock until the last write is done.
      """,
    hint: "Who may enter between your `unlock()` and your last write?"
  ) { amount, source, target in
    let (first, second) = inOrder(source, target)
    await first.lock()
    await second.lock()
    let (balance, other) = (try await source.balance(), try await target.balance())
    second.unlock()
    first.unlock()
    guard balance >= amount else { throw Account.InsufficientFunds() }
    try await source.setBalance(balance - amount)
    try await target.setBalance(other + amount)
  }

  private static let unlocksBetween = Mistake<Function>(
    "unlocks-between",
    says: """
      You lock for the read, and once more for the write, and in between the lock is free. Each of them is safe by itself, and \
      together they aren't: another transfer gets in between. Hold the lock from the read to the write.
      """,
    hint: "You unlock and lock again. What do you still know about the balance?"
  ) { amount, source, target in
    func locked<Value>(_ account: Account, _ body: () async throws -> Value) async rethrows -> Value {
      await account.lock()
      defer { account.unlock() }
      return try await body()
    }
    let balance = try await locked(source) { try await source.balance() }
    guard balance >= amount else { throw Account.InsufficientFunds() }
    try await locked(source) { try await source.setBalance(balance - amount) }
    let other = try await locked(target) { try await target.balance() }
    try await locked(target) { try await target.setBalance(other + amount) }
  }

  private static let spendsWhatIsNotThere = Mistake<Function>(
    "spends-what-is-not-there",
    says: """
      You give the target its money before you know that the source has it, and take it back if not. Meanwhile another transfer \
      can spend it. Take from the source first, or hold both locks until you are done.
      """,
    hint: "The target has the money for a moment. What can it do with it?"
  ) { amount, source, target in
    func add(_ amount: Int, to account: Account) async throws {
      await account.lock()
      defer { account.unlock() }
      let balance = try await account.balance()
      guard balance + amount >= 0 else { throw Account.InsufficientFunds() }
      try await account.setBalance(balance + amount)
    }
    try await add(amount, to: target)
    do { try await add(-amount, to: source) } catch {
      try await add(-amount, to: target)
      throw error
    }
  }

  private static func inOrder(_ one: Account, _ other: Account) -> (Account, Account) {
    one.number < other.number ? (one, other) : (other, one)
  }

  private static func checkAndMove(_ amount: Int, _ source: Account, _ target: Account) async throws {
    let balance = try await source.balance()
    guard balance >= amount else { throw Account.InsufficientFunds() }
    try await source.setBalance(balance - amount)
    try await target.setBalance(target.balance() + amount)
  }

  private static func move(_ amount: Int, _ source: Account, _ target: Account) async throws {
    try await source.setBalance(source.balance() - amount)
    try await target.setBalance(target.balance() + amount)
  }
}
