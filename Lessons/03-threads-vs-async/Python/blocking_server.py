"""The server on one loop, with a card library from the days before `await`."""

import asyncio

from one_loop import OneLoop
from purchase import requests
from services import CardLibrary


# [01:25] It is called with `await`, and never gives the thread back: every purchase stands still.
class OldCards:
    async def charge(self, order, request):
        return CardLibrary().charge(order, request)


def serve():
    return asyncio.run(OneLoop(OldCards()).serve(requests(3)))
