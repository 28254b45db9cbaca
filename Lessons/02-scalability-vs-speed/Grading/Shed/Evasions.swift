import LessonKit

extension ShedGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _ in Evading { _ in } },
    constant: { _ in Evading { _ in throw Refused() } },
    ignoresInput: { _ in Evading { answer in try await answer() } },
    forges: { _ in Evading { _ in Forgery.printAndExit() } })

  /// Does the same with every request.
  struct Evading: Shedding {
    private let act: @Sendable (@Sendable () async throws -> Void) async throws -> Void

    init(atMost most: Int) { self.init { _ in } }

    init(_ act: @escaping @Sendable (@Sendable () async throws -> Void) async throws -> Void) {
      self.act = act
    }

    func serve(_ answer: @Sendable () async throws -> Void) async throws { try await act(answer) }
  }
}
