import LessonKit

// Exercise 4.3, which-helps: which technique helps a job, in Swift and in Python?
//
// A job has many pieces that do not depend on each other. Return the first `Technique` in this list with which no piece has to stand
// in line for another: all pieces that wait do so at the same time, and pieces that compute keep all cores busy.
//   .loop        one thread, with a task for each piece
//   .taskGroup   child tasks on a pool with one thread per core; in Python, a group's tasks all run on the loop's thread
//   .threads     a thread for each piece
//   .processes   a process for each piece, with memory of its own
//
// `language` is a `Language`: `.swift` or `.python`, a Python with the GIL, the lock that a thread needs to run Python code, and
// lets go of while it waits. You get the job as a `Job` with four Bools:
//   computes           the pieces compute; if not, they wait, and hardly compute
//   canBeAwaited       a piece that waits gives its thread back; if not, the call keeps the thread. false for jobs that compute
//   releasesTheLock    the pieces compute in C code that works without this lock; it makes no difference in Swift
//   mayCrash           a piece may crash, and the others must go on: this comes before everything else
//
// Check your answer with: swift run lessons check which-helps

func whichHelps(_ job: Job, in language: Language) throws -> Technique {
  throw ToDo()
}
