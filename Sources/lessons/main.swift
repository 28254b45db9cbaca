import Console
import Workbook

ExitStatus.endLauncher(Launcher.run)
