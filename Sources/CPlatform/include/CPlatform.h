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
#endif

// Signals, on every system.

/// From now on SIGINT, SIGTERM, SIGHUP and SIGQUIT end the children and give the terminal back, and then end the program by
/// the same signal.
void cplatform_end_by_signals(void);
/// Until the end of the noting these signals are only noted.
void cplatform_begin_noting(void);
void cplatform_end_noting(void);
/// The signal that was noted last; 0 for none.
int cplatform_noted(void);
/// Ends the program by a signal, as if nothing handled it.
void cplatform_die_of(int number);

/// Writes the first text to the terminal, and lets keys be read unseen, one by one, if that is wanted. The second text and
/// the former modes give it back. Texts have at most 64 bytes.
void cplatform_take_terminal(const char *take_text, const char *give_text, _Bool unseen_keys);
void cplatform_give_terminal_back(void);
/// Whether the terminal is given back while the program is suspended, and changes of its size are noted.
void cplatform_watch_terminal(_Bool is_watched);
/// Whether it was suspended or changed its size since this was last asked.
_Bool cplatform_take_needs_drawing(void);

/// A process group that is killed when a signal ends the program. There is room for 256.
void cplatform_add_child(int group);
void cplatform_remove_child(int group);

/// Opens a pseudo-terminal: returns the end that a program at its other side is typed at and read from, and writes the file
/// of the other end; -1 and `errno` if there is none.
int cplatform_open_pseudo_terminal(char *path, int capacity);

#endif
