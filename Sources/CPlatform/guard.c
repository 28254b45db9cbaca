// A process between this one and a program that it starts. It outlives this one, however that ends, and then ends the program
// with all that it has started: also what has left its process group or its session, since such processes are handed to the
// nearest subreaper, and that is the guard.
//
// The guard is a copy of this process that never becomes another program, so that it costs no start and no file has to be
// found. Of a process with several threads only one is copied: what runs here calls the system, and nothing that may lock.
#ifdef __linux__
#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// Where a guard has its side of the connection, and the streams that the program is given.
enum { control = 3, first_stream = 4, report = 7, first_other = 8 };

/// What a guard says first.
typedef struct {
  int error, program;
} start;

// What runs in the guard.

/// More processes than a machine of a reader has at once; what is beyond is found in the next round.
enum { most_processes = 1 << 15 };
static struct {
  int number, parent;
  _Bool is_ours;
} processes[most_processes];

/// The number of a process's parent, which stands behind its name and its state; 0 if it is gone.
static int parent_of(const char *number) {
  char path[32] = "/proc/", text[512];
  strncat(path, number, 12);
  strcat(path, "/stat");
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return 0;
  text[count] = 0;
  const char *name_end = strrchr(text, ')');
  return name_end && strlen(name_end) > 4 ? atoi(name_end + 4) : 0;
}

static int list_processes(void) {
  struct entry {
    unsigned long long inode;
    long long offset;
    unsigned short length;
    unsigned char type;
    char name[];
  };
  _Alignas(8) char bytes[4096];
  int count = 0;
  int folder = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return 0;
  for (long read; (read = syscall(SYS_getdents64, folder, bytes, sizeof bytes)) > 0;) {
    for (long at = 0; at < read; at += ((struct entry *)(bytes + at))->length) {
      const char *name = ((struct entry *)(bytes + at))->name;
      int number = atoi(name);
      if (number <= 0 || count == most_processes) continue;
      processes[count].number = number;
      processes[count].parent = parent_of(name);
      processes[count].is_ours = 0;
      count++;
    }
  }
  close(folder);
  return count;
}

/// Sends a signal to all that the guard has below it, and returns how many these are.
static int signal_all(int number) {
  int self = getpid(), found = 0, count = list_processes();
  for (_Bool has_found = 1; has_found;) {
    has_found = 0;
    for (int i = 0; i < count; i++) {
      if (processes[i].is_ours) continue;
      _Bool is_ours = processes[i].parent == self;
      for (int k = 0; k < count && !is_ours; k++) {
        is_ours = processes[k].is_ours && processes[k].number == processes[i].parent;
      }
      if (!is_ours) continue;
      processes[i].is_ours = has_found = 1;
      kill(processes[i].number, number);
      found++;
    }
  }
  return found;
}

/// Takes note of what has ended, and tells how the program has. Returns whether there is anything left.
static _Bool reap(int *program) {
  int status, number;
  while ((number = waitpid(-1, &status, WNOHANG)) > 0) {
    if (number != *program) continue;
    *program = 0;
    send(control, &status, sizeof status, MSG_NOSIGNAL | MSG_DONTWAIT);
  }
  return number == 0;
}

static void wait_for_word(const sigset_t *awake, int milliseconds) {
  struct pollfd polled = {.fd = milliseconds < 0 ? control : -1, .events = POLLIN};
  struct timespec time = {.tv_nsec = milliseconds * 1000000L};
  ppoll(&polled, 1, milliseconds < 0 ? 0 : &time, awake);
}

static _Noreturn void keep_watch(int program) {
  sigset_t awake;
  sigfillset(&awake);
  sigdelset(&awake, SIGCHLD);
  for (;;) {
    reap(&program);
    wait_for_word(&awake, -1);
    char word;
    ssize_t count = recv(control, &word, 1, MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (count <= 0) break;
    if (word == cguard_end && program) kill(-program, SIGTERM);
    // What is started meanwhile is found in the next round.
    if (word == cguard_stop) {
      for (int found = 0, before = -1; found != before;) before = found, found = signal_all(SIGSTOP);
    }
    if (word == cguard_continue) signal_all(SIGCONT);
  }
  // What another user runs cannot be ended; two seconds are enough for all else.
  for (int round = 0; round < 400; round++) {
    if (program) kill(-program, SIGKILL);
    signal_all(SIGKILL);
    if (!reap(&program)) break;
    wait_for_word(&awake, 5);
  }
  _exit(0);
}

static void close_from(int first) {
  if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
  struct rlimit limit = {0};
  getrlimit(RLIMIT_NOFILE, &limit);
  int end = limit.rlim_cur < 65536 ? (int)limit.rlim_cur : 65536;
  for (int descriptor = first; descriptor < end; descriptor++) close(descriptor);
}

/// Leaves the guard with nothing open but what it needs.
static int take_descriptors(int near, const int streams[3]) {
  int nothing = open("/dev/null", O_RDWR);
  int given[4] = {near, streams[0] < 0 ? nothing : streams[0], streams[1], streams[2]};
  for (int i = 0; i < 4; i++) {
    given[i] = fcntl(given[i], F_DUPFD, first_other);
    if (given[i] < 0) return errno;
  }
  for (int i = 0; i < 3; i++) dup2(nothing, i);
  for (int i = 0; i < 4; i++) {
    if (dup3(given[i], control + i, O_CLOEXEC) < 0) return errno;
  }
  close_from(report);
  return 0;
}

/// Becomes the program, with every signal as the system has it. Returns only if that fails.
static void become(const char *file, char *const words[], char *const variables[]) {
  static const int usual[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD, SIGTSTP, SIGCONT};
  struct sigaction action = {.sa_handler = SIG_DFL};
  for (unsigned i = 0; i < sizeof usual / sizeof *usual; i++) sigaction(usual[i], &action, 0);
  setpgid(0, 0);
  // Whatever ends the guard ends the program.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (int i = 0; i < 3; i++) dup2(first_stream + i, i);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, 0);
  execve(file, words, variables);
}

static void note(int number) { (void)number; }

static _Noreturn void be_guard(
    int near, const int streams[3], const char *file, char *const words[], char *const variables[]) {
  start begun = {0};
  setpgid(0, 0);
  prctl(PR_SET_NAME, "guard");
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  struct sigaction action = {.sa_handler = note};
  sigaction(SIGCHLD, &action, 0);
  begun.error = take_descriptors(near, streams);
  int ends[2] = {-1, -1};
  if (begun.error == 0 && pipe2(ends, O_CLOEXEC) != 0) begun.error = errno;
  if (begun.error == 0 && (begun.program = fork()) < 0) begun.error = errno;
  if (begun.error == 0 && begun.program == 0) {
    become(file, words, variables);
    int error = errno;
    if (write(ends[1], &error, sizeof error) < 0) _exit(126);
    _exit(127);
  }
  close(ends[1]);
  for (int i = 0; i < 3; i++) close(first_stream + i);
  if (begun.error == 0) {
    setpgid(begun.program, begun.program);
    int error;
    // The pipe closes as the program begins; otherwise the reason comes out of it.
    if (read(ends[0], &error, sizeof error) == sizeof error) begun.error = error;
  }
  close(ends[0]);
  send(control, &begun, sizeof begun, MSG_NOSIGNAL);
  if (begun.error != 0) _exit(0);
  keep_watch(begun.program);
}

// What runs in this process.

int cguard_start(const char *file, char *const words[], char *const variables[], const int streams[3], cguard *guard) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
  // No handler of this process may run in its copy.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int number = fork();
  int error = errno;
  if (number == 0) be_guard(ends[1], streams, file, words, variables);
  pthread_sigmask(SIG_SETMASK, &before, 0);
  close(ends[1]);
  if (number < 0) {
    close(ends[0]);
    return error;
  }
  start begun = {.error = EAGAIN};
  while (recv(ends[0], &begun, sizeof begun, MSG_WAITALL) < 0 && errno == EINTR) {}
  guard->control = ends[0];
  guard->guard = number;
  guard->program = begun.program;
  if (begun.error != 0) cguard_finish(guard);
  return begun.error;
}

_Bool cguard_has_ended(const cguard *guard) {
  int status;
  ssize_t count = recv(guard->control, &status, sizeof status, MSG_PEEK | MSG_DONTWAIT);
  // 0: somebody has ended the guard itself.
  return count == 0 || count == sizeof status;
}

void cguard_say(const cguard *guard, char word) { send(guard->control, &word, 1, MSG_NOSIGNAL | MSG_DONTWAIT); }

int cguard_finish(const cguard *guard) {
  int status = SIGKILL;
  shutdown(guard->control, SHUT_WR);
  while (recv(guard->control, &status, sizeof status, MSG_WAITALL) < 0 && errno == EINTR) {}
  while (waitpid(guard->guard, 0, 0) < 0 && errno == EINTR) {}
  close(guard->control);
  return status;
}

void cguard_finish_at_end(int control, int milliseconds) {
  shutdown(control, SHUT_WR);
  for (;;) {
    char bytes[64];
    struct pollfd polled = {.fd = control, .events = POLLIN};
    if (poll(&polled, 1, milliseconds) <= 0 || recv(control, bytes, sizeof bytes, MSG_DONTWAIT) <= 0) return;
  }
}
#endif
