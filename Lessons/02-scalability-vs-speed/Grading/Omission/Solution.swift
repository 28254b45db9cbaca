enum OmissionSolution {
  /// A wait begins where the user clicked, by the plan, whenever the request was sent.
  static func waits(of requests: [SentRequest], every interval: Double) -> [Double] {
    requests.enumerated().map { place, request in
      let planned = Double(place) * interval
      return request.answered - planned
    }
  }
}
