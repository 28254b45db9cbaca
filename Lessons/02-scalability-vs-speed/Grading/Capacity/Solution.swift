enum CapacitySolution {
  /// What is done one after another sets the limit: whole pages for one server, only their work for the others. The last page's work
  /// is followed by its wait.
  static func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) -> Int {
    let byTheCore = max(0, (deadline - wait) / work)
    return switch server {
    case .oneAtATime: deadline / (work + wait)
    case .threads(let most): min(most, byTheCore)
    case .eventLoop: byTheCore
    }
  }
}
