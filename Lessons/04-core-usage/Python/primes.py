"""The job of the lesson, in Python: count the primes below a limit by trial division, in pieces that share nothing."""

import json
import sys
import time


def is_prime(number):
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return number > 1


def primes_in(piece):
    """The primes in a piece, and the CPU time of the process that counted them."""
    before = time.process_time()
    count = sum(1 for number in range(*piece) if is_prime(number))
    return count, time.process_time() - before


def pieces(limit, count=48):
    """The numbers below a limit in pieces that take about equally long."""
    bounds = [int(limit * (index / count) ** (2 / 3)) for index in range(count + 1)]
    return list(zip(bounds, bounds[1:]))


def has_lock():
    """Whether this Python has its global interpreter lock; a free-threaded build has none, or has it switched off."""
    return sys._is_gil_enabled() if hasattr(sys, "_is_gil_enabled") else True


def arguments():
    """The limit and the number of workers, from the command line."""
    return int(sys.argv[1]), int(sys.argv[2])


def report(result, seconds, cpu):
    version = ".".join(str(part) for part in sys.version_info[:3])
    print(json.dumps({"result": result, "seconds": seconds, "cpu": cpu, "version": version, "lock": has_lock()}))
