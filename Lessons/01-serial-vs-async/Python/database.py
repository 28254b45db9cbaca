"""A database that takes its time, in two forms: one keeps the thread until the answer is there, and one gives it back."""

from verbs import block, wait


class Database:
    def user(self, request):
        block(request.user)
        return f"reader of {request.label}"

    def courses(self, user, request):
        block(request.courses)
        return [f"What a {user} waits for", "Nothing but awaiting"]


class AsyncDatabase:
    # [01:27] [01:31] The same call, to be awaited. While it waits, asyncio's one thread runs whichever task is ready.
    async def user(self, request):
        await wait(request.user)
        return f"reader of {request.label}"

    # [01:42] [01:45] And the longer call: once request 1 is here, the thread is free for 2 and 3.
    async def courses(self, user, request):
        await wait(request.courses)
        return [f"What a {user} waits for", "Nothing but awaiting"]
