#!/bin/sh
# Time to the first prompt with 500 clients and 10,000 visits, beside sqlite3 on the same file.
# Both are started RUNS times in turn; the medians are printed in milliseconds.
set -eu
runs=${RUNS:-21}
program=${PROGRAM:-.build/release/fascia}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
file="$folder/practice.fascia"
"$program" demo --clients 500 --visits 10000 --keep "$file" --config config.yaml -c quit >/dev/null
python3 Benchmarks/first_prompt.py "$runs" "$program" "$file"
