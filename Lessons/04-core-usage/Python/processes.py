"""As many worker processes as cores, each with an interpreter and a lock of its own."""

import time
from concurrent.futures import ProcessPoolExecutor

from primes import arguments, pieces, primes_in, report


def wake_up(_):
    # Long enough that no worker can answer for another one.
    time.sleep(0.05)


if __name__ == "__main__":
    limit, workers = arguments()
    with ProcessPoolExecutor(workers) as pool:
        # Processes are there before the watch runs: a program that means to use them keeps them.
        list(pool.map(wake_up, range(workers)))
        start = time.perf_counter()
        counted = list(pool.map(primes_in, pieces(limit)))
        seconds = time.perf_counter() - start
    report(sum(count for count, _ in counted), seconds, sum(cpu for _, cpu in counted))
