/// What to do about the compiler's errors that learners of concurrency meet most: a few sentences beside the compiler's own words.
struct CompilerAdvice: Sendable, Hashable {
  private let signs: [String]
  /// What is wrong, and what to do.
  let says: String

  private init(_ signs: [String], _ says: String) {
    self.signs = signs
    self.says = says
  }

  /// The advice for an error; `nil` where the compiler says it all.
  ///
  /// - Parameter error: the compiler's first line about it.
  static func on(_ error: String) -> CompilerAdvice? {
    all.first { advice in advice.signs.contains { error.contains($0) } }
  }

  static let all = [
    CompilerAdvice(
      ["parameter risks causing data races between code in the current task"],
      """
      The closure runs beside you, and uses something that you, or another closure, can use at the same moment: a `var` from outside of \
      it, or a function that is not `@Sendable`. Let each task return what it has found out, and put the results together where you await \
      them.
      """),
    CompilerAdvice(
      ["captured var"],
      """
      Tasks that run at the same time would share this variable. Let each task return its value, and put the values together where you \
      await them. If a task only has to read it, capture the value as it is now: `[count] in`.
      """),
    CompilerAdvice(
      ["risks causing data races"],
      """
      You hand this value to another task and could still use it yourself, so that both change it at the same moment. Hand over what the \
      task needs and never touch it again, or make it something that is safe to share: a `let`, a value of a `Sendable` type, a function \
      that is `@Sendable`, an actor.
      """),
    CompilerAdvice(
      ["not marked with 'await'"],
      """
      This may have to wait. Write `await` before it, and `try await` if it can throw as well; while it waits, others run.
      """),
    CompilerAdvice(
      ["expecting synchronous function type"],
      """
      The closure waits, and the function that you give it to (`map`, `forEach`, `withLock`, …) cannot wait for it. Use a `for` loop with \
      `await` in it; or, to have all under way at the same time, a task group.
      """),
    CompilerAdvice(
      ["in a function that does not support concurrency"],
      """
      Only an `async` function can wait, and this one is not. If the function is yours, write `async` behind its parameters and `await` \
      where it is called. In a closure for something that cannot wait, do the waiting before the call.
      """),
    CompilerAdvice(
      ["unable to type-check this expression in reasonable time"],
      """
      The line is too much for the compiler at once; it is not necessarily wrong. Give its parts names with `let`, and say their types: \
      `let share: Double = …`. Often an `Int` stands where a `Double` is needed.
      """),
    CompilerAdvice(
      ["not marked with 'try'"],
      """
      This can throw. Write `try` before it to let the error go on to your caller, or catch it with `do { … } catch { … }`.
      """),
    CompilerAdvice(
      ["is unavailable from asynchronous contexts"],
      """
      This would keep the thread while it waits, and nothing else on the event loop could run. Wait with `await` instead: for a call, for \
      a task's `value`, or with `loop.sleep(for:)`.
      """),
    CompilerAdvice(
      ["is not concurrency-safe because"],
      """
      Every task can reach a variable that stands outside of all functions. Move it into your function, make it a `let`, or keep it in an \
      actor or a `Mutex`.
      """),
    CompilerAdvice(
      ["in a '@Sendable' closure", "to the 'Sendable' protocol"],
      """
      The closure may run beside you on another thread, so it may only hold what is safe to share: values of `Sendable` types, `let` \
      constants, functions that are `@Sendable`, actors.
      """),
    CompilerAdvice(
      ["actor-isolated property", "actor-isolated var"],
      """
      Only the actor itself may change its properties. Put the change into a method of the actor, and call that with `await`.
      """),
    CompilerAdvice(
      ["captures non-escaping parameter", "captures 'inout' parameter"],
      """
      A task may go on when the function has returned, and this parameter is only there until then. A child task that you await is \
      allowed more: use `async let` or a task group.
      """),
  ]
}
