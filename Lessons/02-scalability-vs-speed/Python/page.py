"""A page that computes a little and waits long, from a server on asyncio's event loop: python3 page.py COMPUTE_MS WAIT_MS

It says its port, and serves until its input ends.
"""

import asyncio
import platform
import sys
import time

compute, wait = (float(word) / 1000 for word in sys.argv[1:3])


def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


# [01:15] [01:46] The page says *that* it waits, with `await`: the loop serves others meanwhile.
async def page():
    work(compute / 2)
    await asyncio.sleep(wait)
    work(compute / 2)
    return b"Hello!\n"


# [01:18] [01:20] [01:47] A task for each client, on one thread: asyncio begins it when the client connects.
async def serve(reader, writer):
    try:
        while True:
            await reader.readuntil(b"\r\n\r\n")
            body = await page()
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=4096)
    port = server.sockets[0].getsockname()[1]
    print(port, platform.python_version(), flush=True)
    await asyncio.to_thread(sys.stdin.read)


asyncio.run(main())
