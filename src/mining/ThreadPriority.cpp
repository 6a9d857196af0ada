#include "mining/ThreadPriority.h"

#if defined(__linux__)
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace mining {

void becomeBackgroundThread([[maybe_unused]] const char* name) {
#if defined(__linux__)
    pthread_setname_np(pthread_self(), name);
    // On Linux niceness belongs to the thread; a refusal leaves it as it was, which is no harm.
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 19);
#endif
}

} // namespace mining
