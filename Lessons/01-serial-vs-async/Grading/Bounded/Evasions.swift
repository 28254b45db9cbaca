import LessonKit

extension BoundedGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _, _, _ in [] },
    constant: { requests, _, _, _ in requests.map { _ in .success(Response(greeting: "Hello", courses: [])) }
    },
    ignoresInput: { requests, _, _, answer in
      var answered: [Answered] = []
      for request in requests {
        do { answered.append(.success(try await answer(request))) } catch { answered.append(.failure(error)) }
      }
      return answered
    },
    forges: { _, _, _, _ in Forgery.printAndExit() })
}
