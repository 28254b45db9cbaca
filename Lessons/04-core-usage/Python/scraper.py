"""Fetches pages from someone else's server and reads their titles."""

import asyncio
from urllib.parse import urlsplit
from urllib.request import urlopen


# [01:28] [01:29] A page is asked for, waited for, and read; and then comes the next one.
def titles_in_order(pages):
    return [title(urlopen(page).read().decode()) for page in pages]


# [01:32] All pages are asked for, and waited for at the same time. They are read one by one: reading is computing.
async def titles(pages):
    return [title(page) for page in await asyncio.gather(*(get(page) for page in pages))]


async def get(page):
    parts = urlsplit(page)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
    writer.write(f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer.decode()


def title(page):
    return page.partition("<title>")[2].partition("</title>")[0]
