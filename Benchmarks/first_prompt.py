"""Starts programs in a pseudo-terminal: time to the first prompt, then from a key to its echo."""

import os
import pty
import select
import statistics
import sys
import time


def started(arguments):
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.environ["NO_COLOR"] = "1"
        os.execvp(arguments[0], arguments)
    return child, terminal


def read_until(terminal, wanted):
    seen = b""
    while wanted not in seen:
        seen += os.read(terminal, 65536)
    return seen


def end(child, terminal):
    """Leaves as a person does, and waits: the day's backup, too, is done then."""
    os.write(terminal, b"\x15\x04")
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        pass
    os.close(terminal)
    os.waitpid(child, 0)


def to_prompt(arguments, prompt):
    start = time.perf_counter()
    child, terminal = started(arguments)
    read_until(terminal, prompt)
    elapsed = (time.perf_counter() - start) * 1000
    end(child, terminal)
    return elapsed


def quiet(terminal):
    while select.select([terminal], [], [], 0.3)[0]:
        os.read(terminal, 65536)


def key_echo(arguments, prompt, keys):
    """Milliseconds from each key to its echo, and the most bytes that one key made."""
    child, terminal = started(arguments)
    read_until(terminal, prompt)
    quiet(terminal)
    times, most = [], 0
    for place in range(keys):
        if place % 40 == 0:
            os.write(terminal, b"\x15")
            quiet(terminal)
        start = time.perf_counter()
        os.write(terminal, b"a")
        echo = os.read(terminal, 65536)
        times.append((time.perf_counter() - start) * 1000)
        most = max(most, len(echo))
    end(child, terminal)
    return times, most


def commands(arguments, prompt, count):
    """Milliseconds from Enter to the next prompt, for a command with one durable write."""
    child, terminal = started(arguments)
    read_until(terminal, prompt)
    quiet(terminal)
    os.write(terminal, b"client id=C0001\r")
    quiet(terminal)
    os.write(terminal, b".\r")
    quiet(terminal)
    times = []
    for place in range(count):
        os.write(terminal, b"pain %d" % (place % 11))
        read_until(terminal, str(place % 11).encode())
        start = time.perf_counter()
        os.write(terminal, b"\r")
        seen = b""
        while b"saved." not in seen or not seen.rstrip().endswith(b">"):
            seen += os.read(terminal, 65536)
        times.append((time.perf_counter() - start) * 1000)
    end(child, terminal)
    return times


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


runs, program, file, key = int(sys.argv[1]), *sys.argv[2:5]
ours = [program, "--config", "config.yaml", "--practice", file, "--key", key]
cases = {
    "fascia": (ours, b"fascia> "),
    "sqlite3": (["sqlite3", file, "-cmd", "SELECT count(*) FROM sqlite_schema;"], b"sqlite> "),
    "python3 -q": (["python3", "-q"], b">>> "),
}
# The first start of a day makes the day's backup, and is not counted.
to_prompt(*cases["fascia"])
times = {name: [] for name in cases}
for _ in range(runs):
    for name, (arguments, prompt) in cases.items():
        times[name].append(to_prompt(arguments, prompt))
print(f"{'to the first prompt':24}{'median ms':>12}{'worst ms':>12}   runs {runs}")
for name, values in times.items():
    print(f"{name:24}{statistics.median(values):12.1f}{max(values):12.1f}")
print(f"\n{'key to echo':24}{'median ms':>12}{'99 % ms':>12}{'most bytes':>12}")
for name in ("fascia", "sqlite3", "python3 -q"):
    echoes, most = key_echo(*cases[name], 2000)
    print(f"{name:24}{statistics.median(echoes):12.3f}{percentile(echoes, 0.99):12.3f}{most:12}")
written = commands(ours, b"fascia> ", 200)
print(f"\n{'one durable write':24}{'median ms':>12}{'99 % ms':>12}")
print(f"{'Enter to next prompt':24}{statistics.median(written):12.2f}{percentile(written, 0.99):12.2f}")
