// What the operating system offers to C programs and Swift's Glibc module leaves out: on Linux, waiting on many sockets.
// Nothing elsewhere. No system header is included here: its types would then belong to this module instead of to Glibc.
#ifndef CPLATFORM_H
#define CPLATFORM_H

#ifdef __linux__
/// What the kernel says about one descriptor.
typedef struct {
  unsigned long long token;
  /// Reading would not have to wait; or it never will again, see `has_ended`.
  _Bool can_read;
  _Bool can_write;
  /// The other side has ended, or the connection is broken.
  _Bool has_ended;
} cepoll_report;

/// A new epoll descriptor, closed on exec; -1 and `errno` if there is none left.
int cepoll_create(void);
/// A new descriptor that becomes readable when it is written to; -1 and `errno` if there is none left.
int cepoll_create_alarm(void);
/// Watches a descriptor, both directions, edge by edge. Returns -1 and `errno` if that cannot be.
int cepoll_add(int epoll, int descriptor, unsigned long long token);
/// Ends to watch a descriptor.
int cepoll_remove(int epoll, int descriptor);
/// Waits for at most so many nanoseconds, or without end if negative. Returns how many reports there are.
int cepoll_wait(int epoll, cepoll_report *reports, int capacity, long long nanoseconds);
#endif

#endif
