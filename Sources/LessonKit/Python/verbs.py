"""The three verbs of the lessons, work, block and wait. What they do is written down, so that a picture can be drawn of it."""

import asyncio
import contextvars
import threading
import time

events = []
_request = contextvars.ContextVar("request", default=None)
_start = time.monotonic()


def work(seconds):
    """Computes: uses a core, and holds the thread."""
    _note("begin", "work")
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass
    _note("end")


def block(seconds):
    """Waits, and holds the thread."""
    _note("begin", "block")
    time.sleep(seconds)
    _note("end")


async def wait(seconds):
    """Waits, and gives the thread back, so that it can serve another request."""
    _note("begin", "wait")
    end = _now() + seconds
    await asyncio.sleep(seconds)
    _note("end", at=min(end, _now()))  # From then on it was ready, and the thread perhaps held by another.


def answer(request, handle):
    """Has a request handled as soon as it has arrived, and sends the response off."""
    time.sleep(max(0, request.arrival - _now()))
    _request.set(request.label)
    response = handle(request)
    _note("depart")
    return response


async def answer_async(request, handle):
    """The same for a handler that gives the thread back while it waits."""
    await asyncio.sleep(max(0, request.arrival - _now()))
    _request.set(request.label)
    response = await handle(request)
    _note("depart")
    return response


def begin():
    """Sets the clock to zero."""
    global _start
    _start = time.monotonic()
    events.clear()


def _now():
    return time.monotonic() - _start


def _note(event, kind="", at=None):
    events.append([event, kind, _request.get(), _now() if at is None else at, threading.get_ident()])
