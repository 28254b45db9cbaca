"""Serves the three requests with one of the servers beside this file: python3 recording.py serial_server

What it prints is for the lesson: one line of JSON with everything that happened.
"""

import asyncio
import importlib
import json
import sys

import verbs
from three_requests import at_once


def main(name):
    server = importlib.import_module(name)
    asyncio.run(asyncio.sleep(0))  # The first loop takes longer than all others.
    verbs.begin()
    responses = server.serve(at_once)
    lock = sys._is_gil_enabled() if hasattr(sys, "_is_gil_enabled") else True
    version = ".".join(map(str, sys.version_info[:3]))
    print(json.dumps({"version": version, "lock": lock, "responses": len(responses), "events": verbs.events}))


main(sys.argv[1])
