import Console
import Workbook

ReadingCommand.endProgram { _, request, arguments throws(Complaint) in
  let catalogue = try Surroundings.catalogue()
  switch request {
  case .read(let lesson, let terminal):
    return try ShownLesson(lesson, arguments, in: catalogue).show(on: terminal)
  case .readFile(let file, let lesson, let terminal):
    return try ShownLesson(file: file, beside: lesson, arguments, in: catalogue).show(on: terminal)
  case .importing(let lesson):
    return try OwnTranscripts(catalogue).take(over: arguments.operands, as: lesson)
  case .list: return OwnTranscripts(catalogue).list()
  case .remove(let lessons): return try OwnTranscripts(catalogue).remove(lessons)
  case .new(let id, let file):
    return try NewLesson(id, title: arguments.value("title"), transcript: file, in: catalogue.checkout).show()
  }
}
