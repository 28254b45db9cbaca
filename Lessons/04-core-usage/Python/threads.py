"""As many threads as cores. With a global interpreter lock, only one of them runs Python code at a time."""

import time
from concurrent.futures import ThreadPoolExecutor

from primes import arguments, pieces, primes_in, report

if __name__ == "__main__":
    limit, workers = arguments()
    with ThreadPoolExecutor(workers) as pool:
        start, cpu = time.perf_counter(), time.process_time()
        result = sum(count for count, _ in pool.map(primes_in, pieces(limit)))
        report(result, time.perf_counter() - start, time.process_time() - cpu)
