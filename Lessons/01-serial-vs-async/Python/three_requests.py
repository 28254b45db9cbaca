"""The lecture's picture: three visitors who click at the same moment."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Request:
    """A request, when it arrives, and how long each of its steps takes, in seconds."""

    label: str
    user: float
    courses: float
    receive: float = 0.005
    greet: float = 0.005
    respond: float = 0.005
    arrival: float = 0


# [00:00] [00:09] [00:10] [01:07] Requests 1 and 2 take 200 ms each, request 3 only 100 ms. Nearly all of that is waiting.
at_once = [
    Request("request 1", user=0.065, courses=0.120),
    Request("request 2", user=0.065, courses=0.120),
    Request("request 3", user=0.025, courses=0.060),
]

# [01:39] [01:50] The same three once more, one by one: 2 comes while 1 waits, and 3 while both of them wait.
one_by_one = [at_once[0], replace(at_once[1], arrival=0.020), replace(at_once[2], arrival=0.080)]
