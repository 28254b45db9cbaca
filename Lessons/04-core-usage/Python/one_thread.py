"""One piece after another, on one thread: the measure for the others."""

import time

from primes import arguments, pieces, primes_in, report

if __name__ == "__main__":
    limit, _ = arguments()
    start, cpu = time.perf_counter(), time.process_time()
    result = sum(primes_in(piece)[0] for piece in pieces(limit))
    report(result, time.perf_counter() - start, time.process_time() - cpu)
