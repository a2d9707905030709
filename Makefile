.PHONY: run test lint format bench kills faults setup test-setup clean

# Builds the program and opens it on your own practice file.
run: setup
	swift build -c release --product fascia
	.build/release/fascia --config config.yaml

test: test-setup
	swift test

lint:
	swift format lint --strict -r Sources Plugins Tests Benchmarks Package.swift

format:
	swift format -i -r Sources Plugins Tests Benchmarks Package.swift

# The ledger beside raw SQLite, and the time to the first prompt beside sqlite3.
bench: setup
	swift build -c release
	.build/release/ledger-benchmark $(SIZES)
	sh Benchmarks/first-prompt.sh

# 300 visits killed after a random number of bytes; eight programs with 1,000 appends each.
kills: test-setup
	FASCIA_KILLS=300 FASCIA_APPENDS=1000 swift test --filter KillTests

# Each of the first 200 writes and syncs fails in turn.
faults: test-setup
	FASCIA_FAULTS=1 swift test --filter FaultTests

setup:
	@.ci/setup

# The tests make calls fail with strace and look into the file with sqlite3.
test-setup:
	@.ci/setup strace sqlite3

clean:
	swift package clean
