// meant: a little state machine, whose loop does one step per turn and awaits the two calls of the database; expected verdict: right

import LessonKit
import Workload

enum Stage {
  case arrived
  case received(Request)
  case known(Request, user: String)
  case greeted(Request, user: String, greeting: String)
  case complete(Request, greeting: String, courses: [String])
}

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  var stage = Stage.arrived
  while true {
    switch stage {
    case .arrived:
      stage = .received(site.receive(request))
    case .received(let request):
      stage = .known(request, user: try await site.user(for: request))
    case .known(let request, let user):
      stage = .greeted(request, user: user, greeting: site.greet(user, for: request))
    case .greeted(let request, let user, let greeting):
      let courses = try await site.courses(of: user, for: request)
      stage = .complete(request, greeting: greeting, courses: courses)
    case .complete(let request, let greeting, let courses):
      return site.respond(greeting, courses, to: request)
    }
  }
}
