"""Threads of the operating system: as many as may compute at the same time, or one for each wait."""

import time
from concurrent.futures import ThreadPoolExecutor


# [00:54] [00:56] [00:57] Each thread has to hold the interpreter's lock while it runs Python code, so they take turns.
def primes(job, workers):
    with ThreadPoolExecutor(workers) as pool:
        return sum(pool.map(job.primes_in, job.pieces))


# [00:57] Threads do help with waiting: a thread lets go of the lock before it waits, and the others run.
def wait(answers, workers):
    with ThreadPoolExecutor(answers.count) as pool:
        list(pool.map(time.sleep, [answers.each] * answers.count))
