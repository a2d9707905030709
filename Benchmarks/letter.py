"""Times commands that write a letter, each from its start to its end."""

import statistics
import subprocess
import sys
import time


def elapsed(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


runs, program, folder = int(sys.argv[1]), *sys.argv[2:4]


def letter(form):
    practice = ["--practice", f"{folder}/practice.fascia", "--key", f"{folder}/practice.key"]
    write = f"letter consent=yes to={folder}/letter.{form} replace=yes"
    return [program, "--config", "config.yaml", *practice, "-c", "client id=C0001", "-c", write]


cases = {
    "fascia, letter as PDF": letter("pdf"),
    "fascia, letter as text": letter("txt"),
    "pango-view, that text as PDF": [
        "pango-view", "--no-display", "--font=Sans 9.5", "--width=480", "--wrap=word-char",
        f"--output={folder}/peer.pdf", f"{folder}/letter.txt",
    ],
}
# The first runs make the day's backup and the text, and read the fonts from the disk.
for name in ("fascia, letter as text", "fascia, letter as PDF", "pango-view, that text as PDF"):
    elapsed(cases[name])
times = {name: [] for name in cases}
for _ in range(runs):
    for name, command in cases.items():
        times[name].append(elapsed(command))
pdf, text, _ = times.values()
times["PDF less text: the rendering"] = [first - second for first, second in zip(pdf, text)]
print(f"{'one letter':32}{'median ms':>12}{'worst ms':>12}   runs {runs}")
for name, values in times.items():
    print(f"{name:32}{statistics.median(values):12.1f}{max(values):12.1f}")
