#!/bin/sh
# Time to the first prompt beside sqlite3 and python3, from a key to its echo, and of a command with one
# durable write. The practice has CLIENTS clients and VISITS visits; FILE keeps it for the next run.
set -eu
runs=${RUNS:-21}
program=${PROGRAM:-.build/release/fascia}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder"
file=${FILE:-$folder/practice.fascia}
key=${KEY:-$folder/practice.key}
if [ ! -e "$file" ]; then
  "$program" demo --clients "${CLIENTS:-500}" --visits "${VISITS:-10000}" --keep "$file" \
    --key "$key" --config config.yaml -c quit >/dev/null
fi
python3 Benchmarks/first_prompt.py "$runs" "$program" "$file" "$key"
