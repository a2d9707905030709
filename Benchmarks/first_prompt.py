"""Starts programs in a pseudo-terminal and times them to their first prompt."""

import os
import pty
import statistics
import sys
import time


def to_prompt(arguments, prompt):
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(arguments[0], arguments)
    seen = b""
    while prompt not in seen:
        seen += os.read(terminal, 65536)
    elapsed = (time.perf_counter() - start) * 1000
    os.write(terminal, b"\x04")
    os.close(terminal)
    os.waitpid(child, 0)
    return elapsed


runs, program, file = int(sys.argv[1]), sys.argv[2], sys.argv[3]
cases = {
    "fascia": ([program, "--config", "config.yaml", "--practice", file], b"fascia> "),
    "sqlite3": (["sqlite3", file, "-cmd", "SELECT count(*) FROM entry;"], b"sqlite> "),
}
times = {name: [] for name in cases}
for _ in range(runs):
    for name, (arguments, prompt) in cases.items():
        times[name].append(to_prompt(arguments, prompt))
print(f"{'program':10}{'median ms':>12}{'worst ms':>12}   runs {runs}")
for name, values in times.items():
    print(f"{name:10}{statistics.median(values):12.1f}{max(values):12.1f}")
