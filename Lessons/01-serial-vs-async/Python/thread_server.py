"""Answers every request on a thread of its own, with the serial handler: a wait holds up one thread, and the others go on."""

from concurrent.futures import ThreadPoolExecutor

from serial_server import SerialServer
from three_requests import at_once
from verbs import answer


class ThreadServer:
    # [02:00] [02:05] The operating system does here what the event loop did: it runs another thread while one waits.
    def serve(self, requests):
        with ThreadPoolExecutor(len(requests)) as threads:
            handle = SerialServer().handle
            return list(threads.map(lambda request: answer(request, handle), requests))


def serve():
    return ThreadServer().serve(at_once)
