"""What the lecture's server is asked for: a visitor buys something."""

from dataclasses import dataclass


# [00:33] On its own, a purchase takes 100 ms: it computes for 5 of them and waits for 95.
@dataclass(frozen=True)
class Request:
    label: str
    arrival: float = 0
    cookie: float = 0.001
    visitor: float = 0.020
    order: float = 0.001
    charge: float = 0.060
    receipt: float = 0.001
    record: float = 0.015
    answer: float = 0.002


def requests(count, every=0):
    """Any number of purchases: all at once, or each an interval after the one before."""
    return [Request(f"purchase {number + 1}", arrival=number * every) for number in range(count)]
