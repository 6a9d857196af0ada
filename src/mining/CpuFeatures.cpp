#include "mining/CpuFeatures.h"

#if defined(__x86_64__)
#include <cpuid.h>
#elif defined(__aarch64__) && defined(__linux__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

namespace mining {

#if defined(__x86_64__)

bool hasShaNi() {
    unsigned eax = 0;
    unsigned ebx = 0;
    unsigned ecx = 0;
    unsigned edx = 0;
    // The compiler's own question does not know the SHA extensions: leaf 7, EBX bit 29.
    if (__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) == 0) return false;
    return (ebx >> 29 & 1) != 0 && __builtin_cpu_supports("sse4.1") != 0;
}
bool hasAvx2() {
    return __builtin_cpu_supports("avx2") != 0;
}
bool hasAvx512() {
    return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0;
}

#else

bool hasShaNi() {
    return false;
}
bool hasAvx2() {
    return false;
}
bool hasAvx512() {
    return false;
}

#endif

#if defined(__aarch64__) && defined(__linux__)
bool hasArmSha2() {
    return (getauxval(AT_HWCAP) & HWCAP_SHA2) != 0;
}
#elif defined(__aarch64__) && defined(__APPLE__)
bool hasArmSha2() {
    return true; // all of them
}
#else
bool hasArmSha2() {
    return false;
}
#endif

} // namespace mining
