// What a signal handler does. It is in C because here it is plain that it allocates nothing, takes no lock and calls only
// what POSIX lists as safe: everything that it needs is in static memory before it is installed.
#include "CPlatform.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { most_children = 256, most_bytes = 64, count = 4 };

static const int endings[count] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

static _Atomic int children[most_children];

/// What is written to a terminal to take it and to give it back. The bytes are written before the length is, which a handler
/// looks at first.
typedef struct {
  char bytes[most_bytes];
  _Atomic int length;
} text;

static text taking, giving;
static struct termios before;
static _Atomic int has_modes, is_taken, needs_drawing;

static _Atomic int is_noting, noted;

static void set(text *text, const char *bytes) {
  size_t length = strlen(bytes);
  atomic_store(&text->length, 0);
  if (length > most_bytes) return;
  memcpy(text->bytes, bytes, length);
  atomic_store(&text->length, (int)length);
}

static void put(const text *text) {
  int length = atomic_load(&text->length);
  if (length > 0 && write(STDOUT_FILENO, text->bytes, (size_t)length) < 0) return;
}

static void take(void) {
  if (atomic_load(&has_modes)) {
    struct termios raw = before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
  }
  atomic_store(&is_taken, 1);
  put(&taking);
}

static void give_back(void) {
  if (!atomic_exchange(&is_taken, 0)) return;
  put(&giving);
  if (atomic_load(&has_modes)) tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

void cplatform_take_terminal(const char *take_text, const char *give_text, _Bool unseen_keys) {
  set(&taking, take_text);
  set(&giving, give_text);
  atomic_store(&has_modes, unseen_keys && tcgetattr(STDIN_FILENO, &before) == 0);
  take();
}

void cplatform_give_terminal_back(void) { give_back(); }

static void die_of(int number) {
  struct sigaction usual = {.sa_handler = SIG_DFL};
  sigaction(number, &usual, 0);
  // Within a handler the signal is held back until the handler has returned.
  raise(number);
}

static void end_children(void) {
  for (int i = 0; i < most_children; i++) {
    int child = atomic_load(&children[i]);
    if (child <= 0) continue;
#ifdef __linux__
    cguard_finish_at_end(child, 1000);
#else
    kill(-child, SIGKILL);
#endif
  }
}

static void stop_children(_Bool is_stopped) {
  for (int i = 0; i < most_children; i++) {
    int child = atomic_load(&children[i]);
    if (child <= 0) continue;
#ifdef __linux__
    cguard_say(&(cguard){.control = child}, is_stopped ? cguard_stop : cguard_continue);
#else
    kill(-child, is_stopped ? SIGSTOP : SIGCONT);
#endif
  }
}

static void handle(int number) {
  int error = errno;
  if (atomic_load(&is_noting)) {
    atomic_store(&noted, number);
  } else {
    end_children();
    give_back();
    die_of(number);
  }
  errno = error;
}

/// A signal that was ignored from the beginning stays so: that is how `nohup` starts a program.
static void install(int number, void (*handler)(int), struct sigaction *former) {
  struct sigaction action = {.sa_handler = handler};
  struct sigaction old;
  sigemptyset(&action.sa_mask);
  if (sigaction(number, 0, &old) != 0) return;
  if (former) *former = old;
  if (old.sa_handler != SIG_IGN) sigaction(number, &action, 0);
}

static void suspend(int number);

void cplatform_end_by_signals(void) {
  for (int i = 0; i < count; i++) install(endings[i], handle, 0);
  install(SIGTSTP, suspend, 0);
}

static struct sigaction formers[count];

void cplatform_begin_noting(void) {
  atomic_store(&noted, 0);
  atomic_store(&is_noting, 1);
  for (int i = 0; i < count; i++) install(endings[i], handle, &formers[i]);
}

void cplatform_end_noting(void) {
  for (int i = 0; i < count; i++) sigaction(endings[i], &formers[i], 0);
  atomic_store(&is_noting, 0);
}

void cplatform_note(int number) { atomic_store(&noted, number); }

int cplatform_noted(void) { return atomic_load(&noted); }

void cplatform_die_of(int number) { die_of(number); }

// Suspension (Ctrl-Z), and a new size of the terminal.

static _Atomic long long suspended;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void suspend(int number) {
  int error = errno;
  _Bool was_taken = atomic_load(&is_taken);
  long long start = now();
  stop_children(1);
  give_back();
  // As if nothing handled it: where no shell could let this process go on, it goes on at once.
  struct sigaction usual = {.sa_handler = SIG_DFL}, own;
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigaction(number, &usual, &own);
  raise(number);
  pthread_sigmask(SIG_UNBLOCK, &only, 0);
  pthread_sigmask(SIG_BLOCK, &only, 0);
  sigaction(number, &own, 0);
  if (was_taken) {
    take();
    atomic_store(&needs_drawing, 1);
  }
  stop_children(0);
  atomic_fetch_add(&suspended, now() - start);
  errno = error;
}

long long cplatform_suspended(void) { return atomic_load(&suspended); }

static void resize(int number) {
  (void)number;
  atomic_store(&needs_drawing, 1);
}

void cplatform_watch_terminal(_Bool is_watched) {
  install(SIGWINCH, is_watched ? resize : SIG_DFL, 0);
}

_Bool cplatform_take_needs_drawing(void) { return atomic_exchange(&needs_drawing, 0) != 0; }

// Programs that end with this one.

void cplatform_add_child(int child) {
  for (int i = 0; i < most_children; i++) {
    int none = 0;
    if (atomic_compare_exchange_strong(&children[i], &none, child)) return;
  }
}

void cplatform_remove_child(int child) {
  for (int i = 0; i < most_children; i++) {
    int it = child;
    if (atomic_compare_exchange_strong(&children[i], &it, 0)) return;
  }
}
