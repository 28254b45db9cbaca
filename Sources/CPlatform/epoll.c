#ifdef __linux__
#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { batch = 512 };

int cepoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

int cepoll_create_alarm(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

int cepoll_add(int epoll, int descriptor, unsigned long long token) {
  struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, .data.u64 = token};
  return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

int cepoll_remove(int epoll, int descriptor) { return epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, 0); }

// epoll_wait counts milliseconds, too coarse for a timer. Its successor counts nanoseconds; it is called by number, since
// glibc names it from 2.35 on only. Kernels before 5.11 and some containers do not have it.
static int wait_precisely(int epoll, struct epoll_event *events, int capacity, long long nanoseconds) {
  if (nanoseconds <= 0) return epoll_wait(epoll, events, capacity, nanoseconds < 0 ? -1 : 0);
  struct timespec pause = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000};
#ifdef SYS_epoll_pwait2
  int count = (int)syscall(SYS_epoll_pwait2, epoll, events, capacity, &pause, (void *)0, (size_t)0);
  if (count >= 0 || errno == EINTR) return count;
#endif
  struct pollfd itself = {.fd = epoll, .events = POLLIN};
  ppoll(&itself, 1, &pause, 0);
  return epoll_wait(epoll, events, capacity, 0);
}

int cepoll_wait(int epoll, cepoll_report *reports, int capacity, long long nanoseconds) {
  struct epoll_event events[batch];
  int count = wait_precisely(epoll, events, capacity < batch ? capacity : batch, nanoseconds);
  for (int i = 0; i < count; i++) {
    unsigned int what = events[i].events;
    _Bool failed = (what & (EPOLLERR | EPOLLHUP)) != 0;
    _Bool ended = failed || (what & EPOLLRDHUP) != 0;
    reports[i] = (cepoll_report){.token = events[i].data.u64,
                                 .can_read = ended || (what & EPOLLIN) != 0,
                                 .can_write = failed || (what & EPOLLOUT) != 0,
                                 .has_ended = ended};
  }
  return count;
}
#else
// Elsewhere this file is empty on purpose; C demands at least one declaration.
typedef int cplatform_is_empty_here;
#endif
