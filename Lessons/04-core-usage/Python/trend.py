"""The lines of the chart: how fast each climbs in a year, to 2005 and from then on."""

# [00:15] [00:18] The red line is the number of transistors. Moore's law goes on: 41 % a year, nearly as before.
transistors = (0.46, 0.41)

# [00:20] [00:22] [00:25] [00:28] The blue line is a single thread. It bends in 2005, but it is not flat: 12 % a year.
single_thread = (0.45, 0.12)

# [00:30] What is flat, and even falls a little, is the clock: a faster one costs too much power.
clock = (0.33, -0.01)

# [00:40] [00:42] The black line is the number of cores, and it rises where the blue one bends.
cores = (0.01, 0.27)

# [00:32] [00:35] [00:38] A program on all cores gains from both lines, and so stays on the red one: 1.12 × 1.27 is 1.42.
all_cores = tuple((1 + one) * (1 + many) - 1 for one, many in zip(single_thread, cores))
