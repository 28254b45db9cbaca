"""Threads around a function that is written in C and lets go of the lock while it computes (hashlib)."""

import hashlib

from on_threads import primes  # The threads are the same; what they do is not.
from two_jobs import PrimeJob, is_prime


# [01:05] [01:10] C code needs no interpreter, and so no lock: several threads can be in it at the same time.
class Job(PrimeJob):
    """Counts the digests that begin with a prime byte."""

    def __init__(self, limit, count):
        self.pieces = range(count)

    def primes_in(self, piece):
        digest = hashlib.pbkdf2_hmac("sha256", b"password", piece.to_bytes(8, "big"), 10_000)
        return int(is_prime(digest[0]))
