"""Runs one of the programs beside this one and says what each piece took: python3 measuring.py on_threads LIMIT WORKERS.

What it prints is for the lesson: one line of JSON.
"""

import importlib
import json
import os
import sys
import tempfile
import threading
import time

from two_jobs import Answers, PrimeJob


def lack():
    """How long this thread was ready to run and had no core, in seconds; None where the system does not tell."""
    try:
        with open("/proc/thread-self/schedstat") as file:
            _, waited, turns = file.read().split()
        return int(waited) / 1e9 if int(turns) else None
    except (OSError, ValueError):
        return None


class MeteredJob:
    """A job that writes down what each of its pieces took, on whichever thread of whichever process it is done."""

    def __init__(self, job, path):
        self.job, self.pieces, self.path = job, job.pieces, path

    def primes_in(self, piece):
        start, cpu, lacked = time.monotonic(), time.thread_time(), lack()
        result = self.job.primes_in(piece)
        end, cpu, after = time.monotonic(), time.thread_time() - cpu, lack()
        worker = os.getpid() * 1_000_000 + threading.get_native_id()
        sample = [worker, start, end, cpu, None if lacked is None else after - lacked]
        with open(self.path, "a") as file:
            file.write(json.dumps(sample) + "\n")
        return result


def has_lock():
    """Whether this Python has its global interpreter lock; a free-threaded build has none, or has it switched off."""
    return sys._is_gil_enabled() if hasattr(sys, "_is_gil_enabled") else True


def main(program, limit, workers):
    program = importlib.import_module(program)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "samples")
        job = getattr(program, "Job", PrimeJob)(int(limit), 24 * int(workers))
        result = program.primes(MeteredJob(job, path), int(workers))
        with open(path) as file:
            samples = [json.loads(line) for line in file]
    waiting = None
    if hasattr(program, "wait"):
        start = time.monotonic()
        program.wait(Answers(), int(workers))
        waiting = time.monotonic() - start
    version = ".".join(str(part) for part in sys.version_info[:3])
    print(json.dumps(dict(
        version=version, lock=has_lock(), result=result, samples=samples, waiting=waiting)))


if __name__ == "__main__":
    main(*sys.argv[1:])
