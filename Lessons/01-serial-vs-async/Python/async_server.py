"""Answers all requests on one thread, and carries on with another request while one waits."""

import asyncio

from course_site import Site
from database import AsyncDatabase
from three_requests import at_once
from verbs import answer_async


class AsyncServer:
    def __init__(self):
        self.site, self.database = Site(), AsyncDatabase()

    # [00:03] [00:05] [00:14] [02:00] Every request becomes a task of its own. They share one thread, that of asyncio's loop.
    async def serve(self, requests):
        tasks = [asyncio.create_task(answer_async(request, self.handle)) for request in requests]
        # [00:34] [00:41] [00:50] To await request 1 here holds up neither 2 nor 3: their tasks have begun long ago.
        return [await task for task in tasks]

    # [01:19] [01:21] [01:24] The same operation. Where it waits for the database, it says `await`.
    async def handle(self, request):
        request = self.site.receive(request)
        user = await self.database.user(request)
        greeting = self.site.greet(user, request)
        courses = await self.database.courses(user, request)
        return self.site.respond(greeting, courses, request)


def serve():
    return asyncio.run(AsyncServer().serve(at_once))
