"""Answers one request after another, on one thread."""

from purchase import requests
from services import CardLibrary, Database
from shop import Shop
from verbs import answer


class ServerInOrder:
    def __init__(self):
        self.shop, self.database, self.cards = Shop(), Database(), CardLibrary()

    # [00:27] It does not look at the next request until this one is answered: they stack up.
    def serve(self, requests):
        return [answer(request, self.buy) for request in requests]

    # [00:40] [00:48] [00:53] [01:00] The purchase: four small pieces of code, with three long waits between them.
    def buy(self, request):
        id = self.shop.read_cookie(request)
        visitor = self.database.visitor(id, request)
        order = self.shop.fill_in(visitor, request)
        payment = self.cards.charge(order, request)
        receipt = self.shop.write_receipt(order, payment, request)
        self.database.record(receipt, request)
        return self.shop.respond(receipt, request)


def serve():
    return ServerInOrder().serve(requests(3, every=0.010))
