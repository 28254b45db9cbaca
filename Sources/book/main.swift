import Console
import Workbook

BookCommand.endProgram { _, lesson, arguments throws(Complaint) in
  try BookMaker(arguments, measuring: lesson, in: Surroundings.catalogue()).run()
}
