"""How long does a program run, and how much memory does it take at most?"""
import os
import subprocess
import time


def measured(*words):
    """Seconds, those of the processor, and the highest memory in MiB; what the program prints is let go."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, words))} failed: {process.returncode}")
    return {"seconds": round(time.monotonic() - start, 2), "processor_seconds": round(usage.ru_utime + usage.ru_stime, 2),
            "peak_mib": usage.ru_maxrss // 1024}
