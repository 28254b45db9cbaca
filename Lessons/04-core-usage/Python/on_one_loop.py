"""A task for each piece or each wait, all of them on asyncio's event loop, and so on one thread."""

import asyncio


# [01:00] [01:02] There may be many tasks; there is one thread. A task that computes never gives it back.
async def primes_on_loop(job):
    async def count(piece):
        return job.primes_in(piece)

    return sum(await asyncio.gather(*(count(piece) for piece in job.pieces)))


# [01:21] [01:24] A task that waits gives the thread back. So one thread waits for all answers at the same time.
async def wait_on_loop(answers):
    await asyncio.gather(*(asyncio.sleep(answers.each) for _ in range(answers.count)))


def primes(job, workers=1):
    return asyncio.run(primes_on_loop(job))


def wait(answers, workers=1):
    asyncio.run(wait_on_loop(answers))
