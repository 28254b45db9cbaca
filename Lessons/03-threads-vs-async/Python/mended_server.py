"""The server on one loop, with the same old library and a cure."""

import asyncio

from one_loop import OneLoop
from purchase import requests
from services import CardLibrary


# [01:53] The cure: a call that has to block gets a thread that it may block, and the loop keeps its own.
class LibraryOnThread:
    async def charge(self, order, request):
        return await asyncio.to_thread(CardLibrary().charge, order, request)


def serve():
    return asyncio.run(OneLoop(LibraryOnThread()).serve(requests(3)))
