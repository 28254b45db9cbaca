"""A server on one core, twice: once its waits keep the thread, once they give it back. Nothing else is different."""

import asyncio
import time
from dataclasses import dataclass


# [01:37] [01:39] [01:42] A request may take long, and most of that is waiting: for a database, for another service.
@dataclass
class Request:
    work: float
    wait: float


# [01:54] Here the thread is idle while a request waits, and the next request waits for all of it.
def serve_blocking(requests):
    for request in requests:
        compute(request.work)
        time.sleep(request.wait)


# [01:35] [01:45] [01:48] [01:50] While a request waits it is set aside, and the thread picks up the next one.
async def serve(requests):
    await asyncio.gather(*(answer(request) for request in requests))


async def answer(request):
    compute(request.work)
    await asyncio.sleep(request.wait)


def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


# [01:52] [01:57] Blocking, a core answers as many a second as fit whole. Awaiting, only their work has to fit.
def most_answers_per_second(request, awaiting):
    return 1 / (request.work if awaiting else request.work + request.wait)
