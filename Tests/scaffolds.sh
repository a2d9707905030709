#!/bin/sh
# Scaffolds a technique in a copy of this folder, and a build with a technique of its own beside it;
# both have to build and pass at once, without an edit. Where SWIFTPM_BUILD_DIR names a folder, Swift
# builds all of it in there.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'forget_plan; rm -rf "$work"' EXIT INT TERM

# What is built in a folder that is shared stays, but its plan is that of one package.
forget_plan() {
  rm -f "${SWIFTPM_BUILD_DIR:-.build}/debug.yaml"
}

mkdir "$work/copy"
# What git knows and what is new, as it lies here.
(cd "$here" && git ls-files -co --exclude-standard | tar -cf - -T -) | tar -xf - -C "$work/copy"
cp "$here/.build/debug/fascia" "$work"
cd "$work/copy"
forget_plan
"$work/fascia" scaffold technique hot_stone
swift test --filter HotStone
swift format lint --strict -r Plugins/HotStone Tests/HotStoneTests Package.swift
swift run --skip-build fascia module simulate hot_stone >simulated.txt
grep -q "SIGNED .* Sam Sample" simulated.txt

cd "$work"
"$work/fascia" scaffold host own_clinic --fascia copy
cd own-clinic
forget_plan
"$work/fascia" scaffold technique warm_hands
swift run --skip-build OwnClinic --config config.yaml --practice "$work/p.fascia" \
  --key "$work/key" -c techniques
