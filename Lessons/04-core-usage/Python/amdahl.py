"""What sets an end to the gain: the part of a program that one worker has to do alone."""


# [01:14] [01:15] A single thread never has more than one core. Only the share that is spread gets faster.
def speed_up(parallel_share, cores):
    return 1 / ((1 - parallel_share) + parallel_share / cores)


# [01:17] However many cores there are, the rest takes as long as ever: 80 % spread is 5 times as fast at the very most.
def limit(parallel_share):
    return 1 / (1 - parallel_share)
