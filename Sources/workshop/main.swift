import Console
import Workbook

ExerciseCommand.endProgram(Workshop.run)
