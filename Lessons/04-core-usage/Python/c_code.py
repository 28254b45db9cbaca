"""The same threads around a function that is written in C and lets the lock go while it computes (hashlib)."""

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor

from primes import arguments, report


def digest(number):
    return hashlib.pbkdf2_hmac("sha256", b"password", number.to_bytes(8, "big"), 10_000)[0]


def timed(workers, jobs):
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(time.sleep, [0.01] * workers))
        start, cpu = time.perf_counter(), time.process_time()
        result = sum(pool.map(digest, jobs))
        return result, time.perf_counter() - start, time.process_time() - cpu


if __name__ == "__main__":
    _, workers = arguments()
    jobs = range(12 * workers)
    one = timed(1, jobs)
    report(*one)
    report(*timed(workers, jobs))
