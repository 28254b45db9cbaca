import Console
import Platform
import Workbook

extension Command {
  /// Measures the claims of one lesson or all.
  static let claims = Command(
    name: "claims", summary: "measures what the lectures claim",
    operands: "[<lesson>]",
    options: [
      Arguments.Option(
        "time", value: "real|virtual", help: "Measure on this machine (real), or exactly and at once."),
      Arguments.Option("json", help: "Print the claims as JSON, and nothing else."),
    ] + Terminal.options,
    notes: ["Exit status: 0 if none fails, 1 if one does."],
    action: .reading { arguments throws(Complaint) in
      let time = try measuringTime(arguments)
      let terminal = try Terminal(arguments)
      let catalogue = try Surroundings.catalogue()
      let name = try arguments.singleOperand(of: "claims")
      let lessons = try name.map { (name) throws(Complaint) in [try catalogue.lesson(name)] }
      let folder = Surroundings.buildFolder(of: catalogue.checkout)
      var collection = ClaimCollection()
      for lesson in lessons ?? catalogue.lessons.filter(\.isPresent) {
        try collection.run(lesson, in: catalogue.checkout, builtIn: folder, time: time)
      }
      if arguments.has("json") {
        StandardOutput.write(collection.json + "\n")
      } else {
        let table = ClaimTable(collection.claims, style: terminal.style)
        StandardOutput.write(table.lines.map { $0 + "\n" }.joined())
      }
      return collection.claims.contains { $0.verdict == .fails } ? .failed : .done
    })

  private static func measuringTime(_ arguments: Arguments) throws(Complaint) -> String? {
    guard let time = arguments.value("time"), !["real", "virtual"].contains(time) else {
      return arguments.value("time")
    }
    let nearest = NearestName.of(time, among: ["real", "virtual"])
    throw .usage(
      "--time is real or virtual, not '\(time)'", advice: nearest.map { ["Did you mean --time \($0)?"] } ?? []
    )
  }
}
