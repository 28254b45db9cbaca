"""Runs a server of a lesson and says what happened: python3 recording.py FOLDER SERVER

The server is a module in the folder; its serve() serves the lecture's requests. What is printed is for the lesson: one line of JSON.
"""

import asyncio
import importlib
import json
import sys

folder, name = sys.argv[1:]
sys.path.insert(0, folder)

import verbs  # noqa: E402 (the folder comes first)

server = importlib.import_module(name)
asyncio.run(asyncio.sleep(0))  # The first loop takes longer than all others.
verbs.begin()
responses = server.serve()
version = ".".join(map(str, sys.version_info[:3]))
lock = sys._is_gil_enabled() if hasattr(sys, "_is_gil_enabled") else True
print(json.dumps({"version": version, "lock": lock, "responses": len(responses), "events": verbs.events}))
