"""Answers every request with a task of its own; all tasks share one thread."""

import asyncio

from purchase import requests
from services import AsyncDatabase, CardAPI
from shop import Shop
from verbs import answer_async


class OneLoop:
    def __init__(self, cards=None):
        self.shop, self.database, self.cards = Shop(), AsyncDatabase(), cards or CardAPI()

    # [01:06] [01:17] [01:19] Every purchase is a task of its own, and all of them share the loop's thread. While one waits, the
    # next is picked up, long before the first is done.
    async def serve(self, requests):
        tasks = [asyncio.create_task(answer_async(request, self.buy)) for request in requests]
        # [01:12] [01:37] Awaiting receipt 1 here holds up neither 2 nor 3: each is done when its own waits are over.
        return [await task for task in tasks]

    # [01:25] [01:45] The same purchase, with three times `await`: there it is put aside, and the thread goes on with another.
    async def buy(self, request):
        id = self.shop.read_cookie(request)
        visitor = await self.database.visitor(id, request)
        order = self.shop.fill_in(visitor, request)
        payment = await self.cards.charge(order, request)
        receipt = self.shop.write_receipt(order, payment, request)
        await self.database.record(receipt, request)
        return self.shop.respond(receipt, request)


def serve():
    return asyncio.run(OneLoop().serve(requests(3, every=0.010)))
