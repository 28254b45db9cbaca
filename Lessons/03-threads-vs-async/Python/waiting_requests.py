"""Keeps many requests waiting at once, each as a task on asyncio's one thread: python3 waiting_requests.py COUNT SECONDS"""

import asyncio
import json
import sys
import time


def resident():
    """The memory in use, in bytes; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * 4096
    except OSError:
        return 0


# [01:59] All that is left of a task that waits is an entry among the loop's timers and its own few variables.
async def main(count, seconds):
    waiting = 0

    async def request():
        nonlocal waiting
        waiting += 1
        await asyncio.sleep(seconds)
        waiting -= 1

    before, begin = resident(), time.monotonic()
    tasks = [asyncio.create_task(request()) for _ in range(count)]
    await asyncio.sleep(0)  # All of them begin, and wait.
    held, made, at_once = resident() - before, time.monotonic() - begin, waiting
    for task in tasks:
        await task
    return {"waiting": at_once, "resident": held, "made": made, "wall": time.monotonic() - begin}


if __name__ == "__main__":
    measured = asyncio.run(main(int(sys.argv[1]), float(sys.argv[2])))
    print(json.dumps(measured | {"version": ".".join(map(str, sys.version_info[:3]))}))
