#!/bin/sh
# The whole command that writes a letter as PDF, beside the same as text, and beside pango-view, which sets
# that text into a PDF with the same libraries. RUNS times each, in turn.
set -eu
runs=${RUNS:-21}
program=${PROGRAM:-.build/release/fascia}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder"
"$program" demo --clients 20 --visits 200 --keep "$folder/practice.fascia" --key "$folder/practice.key" \
  --config config.yaml -c quit >/dev/null
python3 Benchmarks/letter.py "$runs" "$program" "$folder"
