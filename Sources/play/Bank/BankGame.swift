import Console

/// The game in which the reader interleaves two transfers.
struct BankGame: Game {
  let round: BankRound
  private(set) var state: BankState
  private(set) var message: String
  let isHalfway = false
  private(set) var tone: Ink?

  init(_ round: BankRound) {
    self.round = round
    state = BankState(round)
    message = round.opening
  }

  var title: String { "Rob the bank · \(round.title)" }
  var moves: Int { state.moves.count }
  var isOver: Bool { state.isOver }

  let rules = """
    1 and 2 let that transfer take its next step. A step is all that happens up to the next await: what was read stays in \
    the transfer's hands, however the account changes meanwhile.
    A lock that is taken makes the other transfer wait until it is given back.
    """

  var question: String {
    let able = state.transfers.indices.filter(state.canStep)
    guard able.count == 1 else { return "Whose step is next: 1 or 2?" }
    let other = 1 - able[0]
    let why =
      state.waiting[other].map { "transfer \(other + 1) waits for \(lock($0))" }
      ?? "transfer \(other + 1) is done"
    return "Whose step is next? Only \(able[0] + 1): \(why)."
  }

  mutating func press(_ key: Character) -> Bool {
    guard let number = key.wholeNumberValue, state.transfers.indices.contains(number - 1) else {
      return false
    }
    let transfer = number - 1
    tone = nil
    if state.isDone(transfer) {
      message = "Transfer \(number) is done. It is the other's turn."
    } else if let name = state.waiting[transfer], let holder = state.holders[name] {
      message =
        "Not on offer: transfer \(number) waits for \(lock(name)), which transfer \(holder + 1) holds."
        + " It cannot even read until then, so it never sees a balance that is about to change."
    } else {
      state.step(transfer)
      let move = state.moves.last!
      message = words(about: move)
      tone = move.isStale ? .bad : nil
    }
    return true
  }

  private func words(about move: BankState.Move) -> String {
    let name = "Transfer \(move.transfer + 1)"
    let other = 2 - move.transfer
    switch move.step {
    case .lock(let lock):
      return move.isWaiting
        ? "\(name) asks for \(self.lock(lock)), but transfer \(state.holders[lock]! + 1) holds it. Now it waits, and is not"
          + " on offer until it has the lock."
        : "\(name) takes \(self.lock(lock))."
    case .unlock(let locks):
      let given = "\(name) gives \(locks.map(self.lock).joined(separator: " and ")) back."
      return move.served.isEmpty ? given : "\(given) Transfer \(other) has waited for it, and goes on."
    case .read(let account):
      return "\(name) reads \(move.amount) from account \(account), and keeps that in mind."
    case .write(let account, let change):
      let sum = "\(move.amount - change) \(change < 0 ? "−" : "+") \(abs(change)) = \(move.amount)"
      guard move.isStale else { return "\(name) writes \(sum) to account \(account)." }
      return
        "\(name) writes \(sum) to account \(account). But by now there was \(move.former), not the"
        + " \(move.amount - change) that it had read: what transfer \(other) did to account \(account) is gone."
    }
  }

  private func lock(_ name: String) -> String {
    name == "bank" ? "the bank's lock" : "the lock of \(name)"
  }

  var ending: String {
    guard isOver else { return "" }
    if state.isDeadlock {
      return
        "Deadlock. Each transfer holds the lock that the other waits for, and neither will ever go on. No money is"
        + " lost, and none will ever move again. The remedy: every transfer takes its locks in the same order, A before"
        + " B, whichever way the money goes."
    }
    let hasLock = state.transfers[0].steps.contains { if case .lock = $0 { true } else { false } }
    if hasLock, state.transfers[0].steps.count == 6 {
      return
        "Both transfers are done, and the bank still holds \(state.total). From taking the lock to giving it back, a"
        + " transfer has the accounts to itself, so nothing can come between a read and its write. The lock made the bad"
        + " choice impossible, not just unlikely."
    }
    if hasLock {
      return
        "Both transfers are done, and the bank still holds \(state.total). But there is an order in which they stop for"
        + " ever: let each of them take its first lock before either takes its second."
    }
    let cause = "Between a read and its write stood an await, and the other transfer came in between."
    switch state.loss {
    case 0 where state.moves.contains(where: \.isStale):
      return
        "Done: the bank still holds \(state.total), but look at the accounts: A should hold 20 and B 180. One of the"
        + " transfers never happened, and adding up will not show it. \(cause) To make money disappear, let them meet"
        + " at account B alone."
    case 0:
      return
        "Both transfers are done, and the bank still holds \(state.total). You have let no transfer come between the"
        + " other's read and its write. Play again, and let it: have both read account B before either writes it."
    case 1...:
      return
        "Done: \(state.loss) of the customers' money is gone, and no line of the code is wrong by itself. \(cause)"
        + " All of it ran on one thread: one thread does not make that safe. Next, the same with a lock."
    default:
      return
        "Done: the bank holds \(-state.loss) too much, money that never was. \(cause) The customers will not complain;"
        + " the bank will. To make money disappear, do the same to account B."
    }
  }

  func picture(_ style: TextStyle) -> [String] {
    let column = max(20, min(style.width, 100) / 2)
    let columns = state.transfers.indices.map { code($0, width: column - 2, style) }
    let rows = columns.map(\.count).max()!
    let listing = (0..<rows).map { row in
      columns.enumerated().map { index, lines in
        let cell = row < lines.count ? lines[row] : (text: "", ink: nil)
        let text = index == columns.count - 1 ? cell.text : DisplayWidth.pad(cell.text, to: column)
        return cell.ink?.paint(text, style) ?? text
      }.joined()
    }
    let accounts = state.balances.sorted { $0.key < $1.key }.map { name, balance in
      "\(name) \(balance)" + (state.holders[name].map { " (locked by \($0 + 1))" } ?? "")
    }
    let bank = state.holders["bank"].map { "   the bank's lock: transfer \($0 + 1)" } ?? ""
    let underway = state.underway
    let missing = state.loss - underway
    let off = missing == 0 ? "" : missing > 0 ? ": \(missing) lost" : ": \(-missing) too much"
    let sum = "together \(state.total)" + (underway > 0 ? ", and \(underway) on the way" : "") + off
    return listing + [
      "",
      DisplayWidth.cut("Accounts   \(accounts.joined(separator: "   "))   ", to: style.width, style)
        + (off.isEmpty ? sum : Ink.bad.paint(sum, style)) + bank,
    ]
  }

  /// A transfer as code: what is done, what is next, and what it has in mind.
  private func code(_ index: Int, width: Int, _ style: TextStyle) -> [(text: String, ink: Ink?)] {
    let transfer = state.transfers[index]
    var lines: [(text: String, ink: Ink?)] = [("\(index + 1)  \(transfer.words)", .bold)]
    for (place, step) in transfer.steps.enumerated() {
      let isNext = place == state.done[index]
      let mark = place < state.done[index] ? "✓" : !isNext ? " " : state.waiting[index] == nil ? ">" : "…"
      // The ASCII for a tick takes two columns.
      let shown = DisplayWidth.pad(style.ascii ? ["✓": "x", "…": "~"][mark] ?? mark : mark, to: 2)
      lines.append(
        (DisplayWidth.cut("\(shown) \(line(step))", to: width, style), place < state.done[index] ? .dim : nil)
      )
    }
    let mind =
      state.isDone(index)
      ? "done"
      : state.waiting[index].map { "waits for \(lock($0))" } ?? state.read[index].map { "balance = \($0)" }
        ?? ""
    return lines + [("   \(mind)", .dim)]
  }

  private func line(_ step: BankRound.Step) -> String {
    switch step {
    case .lock(let name): "await \(name == "bank" ? name : name.lowercased()).lock()"
    case .unlock(let names):
      names.map { "\($0 == "bank" ? $0 : $0.lowercased()).unlock()" }.joined(separator: "; ")
    case .read(let account): "balance = await \(account.lowercased()).balance()"
    case .write(let account, let change):
      "await \(account.lowercased()).set(balance \(change < 0 ? "-" : "+") \(abs(change)))"
    }
  }

  func board(_ style: TextStyle) -> [String] { [] }
}
