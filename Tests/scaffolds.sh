#!/bin/sh
# Scaffolds a technique in a copy of this folder, and a build with a technique of its own beside it;
# both have to build and pass at once, without an edit.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
fascia=$here/.build/debug/fascia
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

mkdir "$work/copy"
# What git knows and what is new, as it lies here.
(cd "$here" && git ls-files -co --exclude-standard | tar -cf - -T -) | tar -xf - -C "$work/copy"
cd "$work/copy"
"$fascia" scaffold technique hot_stone
swift test --filter HotStone
swift format lint --strict -r Plugins/HotStone Tests/HotStoneTests Package.swift
.build/debug/fascia module simulate hot_stone >simulated.txt
grep -q "SIGNED .* Sam Sample" simulated.txt

cd "$work"
"$fascia" scaffold host own_clinic --fascia copy
cd own-clinic
"$fascia" scaffold technique warm_hands
.build/debug/OwnClinic --config config.yaml --practice "$work/p.fascia" --key "$work/key" -c techniques
