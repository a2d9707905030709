.PHONY: run test lint format bench setup clean

# Builds the program and opens it on your own practice file.
run: setup
	swift build -c release --product fascia
	.build/release/fascia --config config.yaml

test: setup
	swift test

lint:
	swift format lint --strict -r Sources Plugins Tests Package.swift

format:
	swift format -i -r Sources Plugins Tests Package.swift

# Time to the first prompt, beside sqlite3 opening the same file.
bench: setup
	swift build -c release --product fascia
	sh Benchmarks/first-prompt.sh

setup:
	@.ci/setup

clean:
	swift package clean
