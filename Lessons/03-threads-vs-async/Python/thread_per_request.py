"""Answers every request on a thread of its own."""

from concurrent.futures import ThreadPoolExecutor

from purchase import requests
from server_in_order import ServerInOrder
from verbs import answer


class ThreadPerRequest:
    # [00:09] The purchase is written as if it were the only one. While it waits it holds up its own thread, and the operating
    # system lets the others run.
    def serve(self, requests):
        with ThreadPoolExecutor(len(requests)) as threads:
            buy = ServerInOrder().buy
            return list(threads.map(lambda request: answer(request, buy), requests))


def serve():
    return ThreadPerRequest().serve(requests(3, every=0.010))
