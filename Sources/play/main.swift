import Console
import Workbook

PlayCommand.endProgram(Playing.run)
