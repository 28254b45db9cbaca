"""Worker processes, each with an interpreter and a lock of its own."""

import time
from concurrent.futures import ProcessPoolExecutor


# [01:04] Each worker is a program of its own, with memory of its own: no lock of one can hold up another.
def primes(job, workers):
    with ProcessPoolExecutor(workers) as pool:
        return sum(pool.map(job.primes_in, job.pieces))


def wait(answers, workers):
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(time.sleep, [answers.each] * answers.count))
