"""The shop. Its own code only computes, so it needs the thread; all that it waits for is elsewhere."""

from verbs import work


class Shop:
    # [00:40] The browser sends a cookie along, which says who the visitor is.
    def read_cookie(self, request):
        work(request.cookie)
        return f"visitor of {request.label}"

    def fill_in(self, visitor, request):
        work(request.order)
        return visitor, "The Async Workbook, bound"

    def write_receipt(self, order, payment, request):
        work(request.receipt)
        return order, payment

    # [01:00] And at last a few bytes go back to the browser.
    def respond(self, receipt, request):
        work(request.answer)
        return receipt
