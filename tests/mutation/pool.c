#include "mutation/pool.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a trial leaves behind, in memory that its process shares with this one. */
typedef struct slot {
    pid_t pid; /* 0: not begun; written by this process alone */
    bool ended;
    trial_result result;
} slot;

typedef struct pool {
    const trial_ground *ground;
    const mutant_list *mutants;
    slot *slots; /* one for each mutant */
    size_t begun, running, told;
} pool;

static bool begin_trial(pool *p)
{
    slot *mine = &p->slots[p->begun];
    const pid_t pid = fork();
    if (pid < 0)
        return false;
    if (pid == 0) {
        mine->result = trial_run(p->ground, &p->mutants->items[p->begun]);
        _exit(0);
    }
    mine->pid = pid;
    p->begun++;
    p->running++;
    return true;
}

/* A process that dies on the way leaves a result of zeros: TRIAL_BROKEN. */
static bool await_trial(pool *p)
{
    pid_t pid;
    do
        pid = waitpid(-1, NULL, 0);
    while (pid < 0 && errno == EINTR);
    for (size_t i = 0; i < p->begun; i++) {
        if (p->slots[i].pid == pid)
            p->slots[i].ended = true;
    }
    p->running--;
    return pid > 0;
}

static void tell(pool *p, pool_listener *listen, void *context)
{
    for (; p->told < p->begun && p->slots[p->told].ended; p->told++)
        listen(context, &p->mutants->items[p->told], &p->slots[p->told].result);
}

static bool work(pool *p, pool_listener *listen, void *context)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    const size_t most = processors > 1 ? (size_t)processors : 1;
    while (p->told < p->mutants->count) {
        bool more = p->begun < p->mutants->count && p->running < most;
        if (!(more ? begin_trial(p) : await_trial(p)))
            return false;
        tell(p, listen, context);
    }
    return true;
}

bool pool_run(const trial_ground *ground, const mutant_list *mutants, pool_listener *listen,
              void *context)
{
    if (mutants->count == 0)
        return true;
    const size_t size = mutants->count * sizeof(slot);
    void *slots = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (slots == MAP_FAILED)
        return false;
    pool p = {.ground = ground, .mutants = mutants, .slots = slots};
    const bool worked = work(&p, listen, context);
    (void)munmap(slots, size);
    return worked;
}
