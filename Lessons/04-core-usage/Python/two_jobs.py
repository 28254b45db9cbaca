"""Two kinds of work: one computes, the other waits."""

from dataclasses import dataclass


def is_prime(number):
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return number > 1


# [00:06] The first kind computes from beginning to end. More cores may help; there is nothing to do meanwhile.
class PrimeJob:
    """Counts the primes below a limit, in pieces that share nothing and take about equally long."""

    def __init__(self, limit, count):
        bounds = [int(limit * (index / count) ** (2 / 3)) for index in range(count + 1)]
        self.pieces = list(zip(bounds, bounds[1:]))

    def primes_in(self, piece):
        return sum(1 for number in range(*piece) if is_prime(number))


# [00:09] [00:12] The second kind waits: for answers from elsewhere. No core helps, but something else can be done meanwhile.
@dataclass
class Answers:
    count: int = 16
    each: float = 0.025
