.PHONY: run test test-zones examples scaffolds docs lint format bench kills fuzz faults check-statistics check-pages setup test-setup clean

# One program without libraries to look for starts a fifth sooner; only Linux can be told so.
STATIC = $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)

# Builds the program and opens it on your own practice file.
run: setup
	swift build -c release --product fascia $(STATIC)
	.build/release/fascia --config config.yaml

test: test-setup
	swift test

# The whole suite on computers of three time zones: no result may depend on them.
test-zones: test-setup
	swift build --build-tests
	for zone in America/Los_Angeles UTC Pacific/Auckland; do \
	  echo "TZ=$$zone"; TZ=$$zone swift test --skip-build || exit 1; done

# A technique and a build as a third party would have them, built from outside the package. With SCRATCH
# they are built in that folder, where the libraries are built already; their plan does not stay there.
SHARED = $(if $(SCRATCH),--scratch-path $(SCRATCH) --disable-build-manifest-caching)
examples: setup
	swift test --package-path Examples/HotStone $(SHARED)
	swift test --package-path Examples/RiverStreet $(SHARED)
	$(if $(SCRATCH),rm $(SCRATCH)/debug.yaml)

# From fascia scaffold to a passing test, for a technique and for a build, in a copy of this folder. With
# SCRATCH they are built in that folder too.
scaffolds: setup
	swift build --product fascia
	$(if $(SCRATCH),SWIFTPM_BUILD_DIR=$(SCRATCH)) sh Tests/scaffolds.sh

# The documentation of TechniqueKit as a DocC archive, without a warning, from what the tests have built.
docs: setup
	swift package dump-symbol-graph
	mkdir -p .build/symbols
	cp "$$(swift build --show-bin-path)/../symbolgraph/TechniqueKit.symbols.json" .build/symbols
	docc convert Sources/TechniqueKit/TechniqueKit.docc --warnings-as-errors \
	  --additional-symbol-graph-dir .build/symbols --output-path .build/TechniqueKit.doccarchive

FORMATTED = Sources Plugins Tests Benchmarks Examples/HotStone/Sources Examples/HotStone/Tests \
  Examples/RiverStreet/Sources Examples/RiverStreet/Tests Package.swift

lint:
	swift format lint --strict -r $(FORMATTED)

format:
	swift format -i -r $(FORMATTED)

# The ledger and the clinic's results beside raw SQLite, the time to the first prompt beside sqlite3, and a
# letter as PDF beside pango-view.
bench: setup
	@.ci/setup pango1.0-tools
	swift build -c release $(STATIC)
	.build/release/ledger-benchmark $(SIZES)
	.build/release/outcomes-benchmark $(CHARTS)
	.build/release/progress-benchmark
	sh Benchmarks/first-prompt.sh
	sh Benchmarks/letter.sh

# 300 visits killed after a random number of bytes, 300 while typing; eight programs with 1,000 appends.
kills: test-setup
	FASCIA_KILLS=300 FASCIA_APPENDS=1000 swift test --filter KillTests

# Ten million random bytes for the line editor, ten thousand random findings and as many random lines of
# shorthand for each module, ten thousand clients before the safety gate, a hundred thousand random
# command lines, a thousand changed bytes, and a visit at the pace of a real teletype.
fuzz: test-setup
	FASCIA_FUZZ_BYTES=10000000 swift test -c release -Xswiftc -enable-testing --filter LineEditorTests.FuzzTests
	FASCIA_FINDING_LINES=10000 FASCIA_SCREENED_CLIENTS=1000 FASCIA_GATE_COURSES=1000 \
	  swift test --filter "FindingLineTests|EscalationTests|GatePropertyTests"
	FASCIA_FUZZ_LINES=100000 swift test --filter LineFuzzTests
	FASCIA_BYTES=1000 swift test --filter TamperTests
	FASCIA_TELETYPE=30 swift test --filter TeletypeTests

# Each of the first 200 writes and syncs fails in turn.
faults: test-setup
	FASCIA_FAULTS=1 swift test --filter FaultTests

# The statistics of the clinic's results against SciPy, to 1e-9.
check-statistics: test-setup
	@.ci/setup python3-scipy
	FASCIA_STATISTICS=$(CURDIR)/.build/statistics.txt swift test --filter ClinicCoreTests.StatisticsTests
	/usr/bin/python3 Tests/check_statistics.py .build/statistics.txt

# The pages in a browser, on a narrow screen and a wide one, in the dark, and on A4.
PAGES = $(CURDIR)/.build/pages
check-pages: test-setup
	@.ci/setup chromium chromium-driver python3-selenium poppler-utils
	rm -rf $(PAGES) && mkdir -p $(PAGES)
	FASCIA_PAGES=$(PAGES) swift test --filter ClinicReportsTests.PageFilesTests
	/usr/bin/python3 Tests/check_pages.py .build/debug/fascia $(PAGES)

setup:
	@.ci/setup

# The tests make calls fail with strace, look into the file with sqlite3, prove the table of widths
# against the Unicode database, and read calendars and PDF files with a parser of somebody else's.
test-setup:
	@.ci/setup strace sqlite3 unicode-data python3-icalendar poppler-utils fonts-dejavu-core

clean:
	swift package clean
