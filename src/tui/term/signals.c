#include "tui/term/signals.h"

#include <signal.h>
#include <sys/select.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { FATAL_STACK_BYTES = 65536 };

static volatile sig_atomic_t quit_signal;
static volatile sig_atomic_t stop_wanted;
static volatile sig_atomic_t continued;

static const char *restore_bytes;
static size_t restore_length;
static struct termios modes_before;
static sigset_t mask_before;
static sigset_t mask_waiting;

/* A crash by a full stack leaves no room on it for a handler. */
static char fatal_stack[FATAL_STACK_BYTES];
static stack_t stack_before;

static void on_quit(int number)
{
    quit_signal = number;
}

static void on_stop(int number)
{
    (void)number;
    stop_wanted = 1;
}

static void on_continue(int number)
{
    (void)number;
    continued = 1;
}

/* Only to end the wait: the size is asked for after every wait, and what could not be written to a
 * pipe says so itself. */
static void on_news(int number)
{
    (void)number;
}

static void on_fatal(int number);

static struct {
    int number;
    void (*handler)(int number);
    struct sigaction before;
} watched[] = {
    {.number = SIGINT, .handler = on_quit},   {.number = SIGTERM, .handler = on_quit},
    {.number = SIGHUP, .handler = on_quit},   {.number = SIGQUIT, .handler = on_quit},
    {.number = SIGTSTP, .handler = on_stop},  {.number = SIGCONT, .handler = on_continue},
    {.number = SIGWINCH, .handler = on_news}, {.number = SIGPIPE, .handler = on_news},
    {.number = SIGSEGV, .handler = on_fatal}, {.number = SIGBUS, .handler = on_fatal},
    {.number = SIGILL, .handler = on_fatal},  {.number = SIGFPE, .handler = on_fatal},
    {.number = SIGABRT, .handler = on_fatal},
};

enum { WATCHED = sizeof watched / sizeof *watched };

static void give_back(int number)
{
    for (size_t i = 0; i < WATCHED; i++)
        if (watched[i].number == number)
            sigaction(number, &watched[i].before, NULL);
}

/* Raised again with its former action in place, the signal strikes as soon as this returns. */
static void on_fatal(int number)
{
    ssize_t written = write(STDOUT_FILENO, restore_bytes, restore_length);

    (void)written;
    tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
    give_back(number);
    raise(number);
}

/* A signal that was ignored, by nohup for instance, stays ignored. */
static void take_over(size_t i, sigset_t *held)
{
    bool fatal = watched[i].handler == on_fatal;
    struct sigaction action = {.sa_handler = watched[i].handler};

    sigemptyset(&action.sa_mask);
    action.sa_flags = fatal ? SA_ONSTACK : 0;
    sigaction(watched[i].number, NULL, &watched[i].before);
    if (watched[i].before.sa_handler == SIG_IGN)
        return;
    sigaction(watched[i].number, &action, NULL);
    if (!fatal)
        sigaddset(held, watched[i].number);
}

/* Keeps a stack that is there already: a tool that looks for faults has its own. */
static void provide_fatal_stack(void)
{
    stack_t mine = {.ss_sp = fatal_stack, .ss_size = sizeof fatal_stack};

    if (sigaltstack(NULL, &stack_before) == 0 && (stack_before.ss_flags & SS_DISABLE) != 0)
        sigaltstack(&mine, NULL);
}

void signals_open(const char *restore, size_t length)
{
    sigset_t held;

    restore_bytes = restore;
    restore_length = length;
    quit_signal = stop_wanted = continued = 0;
    tcgetattr(STDIN_FILENO, &modes_before);
    provide_fatal_stack();
    sigemptyset(&held);
    for (size_t i = 0; i < WATCHED; i++)
        take_over(i, &held);
    sigprocmask(SIG_BLOCK, &held, &mask_before);
    mask_waiting = mask_before;
}

/* A terminal that hangs up says so more than once. To ignore a signal for a moment takes back one
 * that is still held, which would end the process in the middle of what is left to do. */
void signals_close(void)
{
    struct sigaction ignored = {.sa_handler = SIG_IGN};

    sigemptyset(&ignored.sa_mask);
    for (size_t i = 0; i < WATCHED; i++) {
        sigaction(watched[i].number, &ignored, NULL);
        give_back(watched[i].number);
    }
    sigprocmask(SIG_SETMASK, &mask_before, NULL);
    if ((stack_before.ss_flags & SS_DISABLE) != 0)
        sigaltstack(&stack_before, NULL);
}

signals_result signals_wait(int timeout_ms)
{
    struct timespec limit = {.tv_sec = timeout_ms / 1000,
                             .tv_nsec = (long)(timeout_ms % 1000) * 1000000};
    fd_set readable;

    FD_ZERO(&readable);
    FD_SET(STDIN_FILENO, &readable);
    int ready = pselect(STDIN_FILENO + 1, &readable, NULL, NULL, timeout_ms < 0 ? NULL : &limit,
                        &mask_waiting);
    if (ready < 0)
        return SIGNALS_INTERRUPTED;
    return ready == 0 ? SIGNALS_TIMEOUT : SIGNALS_READY;
}

bool signals_wait_to_be_told(void)
{
    sigset_t pending;

    sigemptyset(&pending);
    sigpending(&pending);
    for (size_t i = 0; i < WATCHED; i++)
        if (watched[i].handler != on_fatal && sigismember(&pending, watched[i].number) == 1)
            return true;
    return false;
}

/* The flags change only inside signals_wait, so reading and clearing one is safe. */
static int take(volatile sig_atomic_t *flag)
{
    int value = *flag;

    *flag = 0;
    return value;
}

int signals_take_quit(void)
{
    return take(&quit_signal);
}

bool signals_take_stop(void)
{
    return take(&stop_wanted) != 0;
}

bool signals_take_continue(void)
{
    return take(&continued) != 0;
}

void signals_stop(void)
{
    struct sigaction ours;
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigset_t let_in;

    sigemptyset(&usual.sa_mask);
    sigemptyset(&let_in);
    sigaddset(&let_in, SIGTSTP);
    sigaddset(&let_in, SIGCONT);
    sigaction(SIGTSTP, &usual, &ours);
    raise(SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &let_in, NULL);
    sigprocmask(SIG_BLOCK, &let_in, NULL);
    sigaction(SIGTSTP, &ours, NULL);
    continued = 0;
}
