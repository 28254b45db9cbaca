import Foundation
import Platform
import Processes
import Synchronization

// Reads inputs that are hostile, so many as are asked for, in processes that may trap and may hang, and says which did.
// 'hostile 1000000' reads a million; 'hostile --read requests 17 18' reads the one with the number 17 again.

let words = Array(CommandLine.arguments.dropFirst())
if words.first == "--read", words.count >= 4, let reading = HostileReading(rawValue: words[1]),
  let first = UInt64(words[2]), let end = UInt64(words[3])
{
  work(reading, first..<end, each: words.count > 4)
}
guard words.count == 1, let count = UInt64(words[0]) else {
  StandardOutput.writeError("usage: hostile COUNT\n")
  exit(64)
}
exit(drive(count))

/// Reads some inputs. In a block of a thousand each number is told before it is read, if that is wanted.
func work(_ reading: HostileReading, _ numbers: Range<UInt64>, each: Bool) -> Never {
  let current = Atomic<UInt64>(0)
  let since = Atomic<UInt64>(DispatchTime.now().uptimeNanoseconds)
  let thread = Thread {
    while true {
      usleep(200_000)
      let before = since.load(ordering: .relaxed)
      guard DispatchTime.now().uptimeNanoseconds &- before > 5_000_000_000,
        before == since.load(ordering: .relaxed)
      else { continue }
      StandardOutput.write("at \(current.load(ordering: .relaxed))\n")
      exit(3)
    }
  }
  thread.start()
  for number in numbers {
    if each || number % 1000 == 0 { StandardOutput.write("at \(number)\n") }
    current.store(number, ordering: .relaxed)
    since.store(DispatchTime.now().uptimeNanoseconds, ordering: .relaxed)
    reading.read(number)
  }
  exit(0)
}

/// Shares the inputs out to two processes for each way of reading. Returns the exit status.
func drive(_ count: UInt64) -> Int32 {
  var status: Int32 = 0
  for reading in HostileReading.allCases {
    let share = count * UInt64(reading.share) / 100
    let halves = [0..<(share / 2), (share / 2)..<share]
    let start = ContinuousClock.now
    do {
      let processes = try halves.map { try process(reading, $0).start() }
      for (process, numbers) in zip(processes, halves) {
        let outcome = process.waitUntilEnd()
        guard !outcome.isSuccess else { continue }
        status = 1
        let culprit = try culprit(reading, outcome, numbers)
        StandardOutput.write(
          "\(reading): input \(culprit) \(outcome.end == .exited(3) ? "is read without end" : "\(outcome.end)"); "
            + "again with: hostile --read \(reading) \(culprit) \(culprit + 1)\n\(outcome.errors.suffix(2000))\n"
        )
      }
    } catch {
      StandardOutput.write("\(reading): \(error)\n")
      return 1
    }
    StandardOutput.write(
      "\(reading): \(share) inputs in \((ContinuousClock.now - start).components.seconds) s\n")
  }
  return status
}

func process(_ reading: HostileReading, _ numbers: Range<UInt64>, each: Bool = false) -> Program {
  Program(
    Bundle.main.executablePath!,
    ["--read", reading.rawValue, "\(numbers.lowerBound)", "\(numbers.upperBound)"] + (each ? ["each"] : []),
    timeLimit: .seconds(600))
}

/// The number of the input that ended a process: the block is read once more, with each number told.
func culprit(
  _ reading: HostileReading, _ outcome: ChildProcess.Outcome, _ numbers: Range<UInt64>
) throws -> UInt64 {
  func last(_ outcome: ChildProcess.Outcome) -> UInt64 {
    outcome.output.split(separator: "\n").last.flatMap { UInt64($0.dropFirst("at ".count)) }
      ?? numbers.lowerBound
  }
  let block = last(outcome)
  if outcome.end == .exited(3) { return block }
  return last(try process(reading, block..<min(block + 1000, numbers.upperBound), each: true).run())
}
