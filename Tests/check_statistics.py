"""Holds the statistics of Fascia against SciPy, to 1e-9: check_statistics.py CASES

Each line of CASES is kind;arguments;results, written by StatisticsTests.
"""

import sys

import numpy
from scipy.stats import binomtest

worst = 0.0
cases = open(sys.argv[1], encoding="utf-8").read().splitlines()
for case in cases:
    kind, arguments, results = case.split(";")
    numbers = [float(word) for word in arguments.split()]
    found = [float(word) for word in results.split()]
    if kind == "wilson":
        interval = binomtest(int(numbers[0]), int(numbers[1])).proportion_ci(0.95, method="wilson")
        expected = [interval.low, interval.high]
    else:
        expected = [float(numpy.quantile(numbers[1:], numbers[0], method="linear"))]
    for one, other in zip(found, expected, strict=True):
        worst = max(worst, abs(one - other))
        if abs(one - other) > 1e-9:
            sys.exit(f"{case}: SciPy says {expected}")
if len(cases) < 60:
    sys.exit(f"only {len(cases)} cases")
print(f"{len(cases)} cases agree with SciPy; the largest difference is {worst:.1e}.")
