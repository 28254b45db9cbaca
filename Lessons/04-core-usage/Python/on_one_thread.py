"""One thing after another, on the thread that is there anyway."""

import time


# [00:46] A thread runs on one core at a time. Whatever the machine has besides, this is all that gets used.
def primes(job, workers=1):
    return sum(job.primes_in(piece) for piece in job.pieces)


# [00:44] [00:50] [00:53] One core of twelve is 8.33 % of the machine; the other eleven are idle.
def share_of_machine(cores):
    return 1 / cores


def wait(answers, workers=1):
    for _ in range(answers.count):
        time.sleep(answers.each)
