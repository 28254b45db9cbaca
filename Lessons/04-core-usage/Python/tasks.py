"""A task for each piece, on asyncio's event loop: one thread, whatever the number of tasks."""

import asyncio
import time

from primes import arguments, pieces, primes_in, report


async def count(piece):
    return primes_in(piece)[0]


async def main(limit):
    return sum(await asyncio.gather(*(count(piece) for piece in pieces(limit))))


if __name__ == "__main__":
    limit, _ = arguments()
    start, cpu = time.perf_counter(), time.process_time()
    result = asyncio.run(main(limit))
    report(result, time.perf_counter() - start, time.process_time() - cpu)
