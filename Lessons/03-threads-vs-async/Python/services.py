"""The shop's database, and a service elsewhere in the world that charges cards. Each in two forms: one keeps the thread until the
answer is there, and one, to be awaited, gives it back."""

from verbs import block, wait


class Database:
    # [00:40] Who is this? The thread stands still until the database has answered.
    def visitor(self, id, request):
        block(request.visitor)
        return id

    # [00:53] The visitor owns the item from now on. While the database notes it down, there is again nothing to do.
    def record(self, receipt, request):
        block(request.record)


class AsyncDatabase:
    # [01:06] [01:25] The same question, to be awaited: this task waits, and the thread runs others.
    async def visitor(self, id, request):
        await wait(request.visitor)
        return id

    async def record(self, receipt, request):
        await wait(request.record)


class CardLibrary:
    # [00:48] A service far away is asked to charge the card. Until it replies, this function does not return.
    def charge(self, order, request):
        block(request.charge)
        return "paid"


class CardAPI:
    # [00:48] The longest wait of all. Called like this, it leaves the thread free for others.
    async def charge(self, order, request):
        await wait(request.charge)
        return "paid"
