// What Swift cannot have in another way: signal handlers, and on Linux the wait for many sockets, which its Glibc module
// leaves out. No system header is included here: its types would then belong to this module instead of to Glibc.
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
/// Waits for at most a number of nanoseconds, or without end if it is negative. Returns how many reports there are, or -1 and errno.
int cepoll_wait(int epoll, cepoll_report *reports, int capacity, long long nanoseconds);

/// A program that runs below a guard, a process of its own that ends it with all that it has started when this process has
/// ended, however it did.
typedef struct {
  /// What the guard is told by, and tells by; when it is closed the guard ends what it guards, and then itself.
  int control;
  /// The guard's number.
  int guard;
  /// The program's number, which is its process group's as well. It may be another's once the program has ended.
  int program;
} cguard;

/// Starts a program with three streams, of which the first may be -1 for nothing. Returns 0, or the system's number of an error.
int cguard_start(const char *file, char *const words[], char *const variables[], const int streams[3], cguard *guard);
/// Whether the program has ended.
_Bool cguard_has_ended(const cguard *guard);
/// What a guard can be told: to ask the program's group to end (SIGTERM), to stop all that runs below it, to let it go on.
enum { cguard_end = 'e', cguard_stop = 's', cguard_continue = 'c' };
void cguard_say(const cguard *guard, char word);
/// Ends what is left of the program and of what it has started. Returns its status, as `waitpid` has it.
int cguard_finish(const cguard *guard);
/// The same for a process that is about to end: waits for so long at most. May be called by a signal handler.
void cguard_finish_at_end(int control, int milliseconds);
#endif

// Signals, on every system.

/// From now on SIGINT, SIGTERM, SIGHUP and SIGQUIT end the children and give the terminal back, and then end the program by
/// the same signal. SIGTSTP (Ctrl-Z) stops the children and gives the terminal back while it lasts.
void cplatform_end_by_signals(void);
/// Until the end of the noting these signals are only noted.
void cplatform_begin_noting(void);
void cplatform_end_noting(void);
/// Notes a signal that has not come, or 0 for none.
void cplatform_note(int number);
/// The signal that was noted last; 0 for none.
int cplatform_noted(void);
/// Ends the program by a signal, as if nothing handled it.
void cplatform_die_of(int number);

/// Writes the first text to the terminal, and lets keys be read unseen, one by one, if that is wanted. The second text and
/// the former modes give it back. Texts have at most 64 bytes.
void cplatform_take_terminal(const char *take_text, const char *give_text, _Bool unseen_keys);
void cplatform_give_terminal_back(void);
/// Whether changes of the terminal's size are noted.
void cplatform_watch_terminal(_Bool is_watched);
/// Whether it was suspended or changed its size since this was last asked.
_Bool cplatform_take_needs_drawing(void);

/// A program that ends when a signal ends this one, and is stopped while this one is: on Linux the descriptor by which its guard
/// is told, elsewhere its process group. There is room for 256.
void cplatform_add_child(int child);
void cplatform_remove_child(int child);
/// For how long this process was suspended (Ctrl-Z) so far, in nanoseconds.
long long cplatform_suspended(void);

/// Opens a pseudo-terminal: returns the end that a program at its other side is typed at and read from, and writes the file
/// of the other end; -1 and `errno` if there is none.
int cplatform_open_pseudo_terminal(char *path, int capacity);

#endif
