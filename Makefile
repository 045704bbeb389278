# `make` alone lists what can be made.

VERSION    := $(shell sed -n 's/^ *Version = "\(.*\)"/\1/p' FyneApp.toml)

# The one place that knows where the project lives.
PROJECT     = https://github.com/latchkey-app/latchkey

# What every packaging script reads. Dates inside packages are the commit's, so
# that two builds of a commit are the same, byte by byte.
COMMIT     := $(shell git rev-parse HEAD 2>/dev/null)
export VERSION PROJECT COMMIT
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null)

# Counted, not timed: until Go 1.27 a fuzz test that is stopped by the clock now
# and then fails with "context deadline exceeded" (https://go.dev/issue/75804).
FUZZTIME    = 5000x

# How many runs of chaos there are, and the seed of the first: a failure names its
# own. In make unit there are a few, always the same.
CHAOS       = 500
CHAOS_SEED := $(shell date +%s)

# Fyne's own tool turns [Migrations] of FyneApp.toml into a tag; for go build we
# do. Fyne's emoji font is a sixth of the program and no text here needs it.
FYNE_TAGS   = -tags migrated_fynedo
WINDOW_TAGS = -tags migrated_fynedo,no_emoji
LINKED      = latchkey/ui/release
LINK        = -s -w -X $(LINKED).Version=$(VERSION) -X $(LINKED).Commit=$(COMMIT) -X $(LINKED).Project=$(PROJECT)
LDFLAGS     = -ldflags "$(LINK)"
export WINDOW_TAGS LINK

# What waits for a person or for the network, and nothing that draws: without inlining
# the window is a tenth smaller, in memory too, and nobody notices.
WAITING = latchkey/... net/... crypto/... vendor/... html/... text/... regexp/... log/... mime/... math/big \
	encoding/xml encoding/asn1 golang.org/x/text/... golang.org/x/net/... github.com/spf13/... \
	github.com/godbus/... github.com/yuin/... github.com/BurntSushi/... github.com/nicksnyder/... github.com/arran4/...
SMALL   = $(patsubst %,-gcflags=%=-l,$(WAITING))

# For every go command alike, so that Fyne's C is compiled once: that takes minutes.
export GOFLAGS := $(GOFLAGS) -trimpath -buildvcs=false

# Everything that neither needs a C compiler nor opens a window.
PACKAGES = $$(go list ./... | grep -vx -e latchkey -e latchkey/ui/tour -e latchkey/packaging/windows/tour)

# Of those, what knows no Fyne, whose parts for macOS need C: it is looked at as
# every system compiles it.
PORTABLE = $$(go list -tags nogui -f '{{.ImportPath}} {{.Deps}} {{.TestImports}} {{.XTestImports}}' ./... | grep -v fyne.io | cut -d ' ' -f 1)

# Where Go's own instructions put it, in case the shell does not look there.
export PATH := $(PATH):/usr/local/go/bin

.DEFAULT_GOAL = help
.PHONY: help run test lint unit fuzz chaos build build-terminal tour pictures bench languages notices clean version \
	packages packages-linux packages-windows packages-macos packages-release vendor \
	test-packages test-packages-quick test-packages-linux test-packages-windows test-packages-release

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Install what is missing and open the assistant
	@packaging/install-needs.sh window
	@$(MAKE) --no-print-directory build
	@case "$$(uname -s):$$DISPLAY$$WAYLAND_DISPLAY" in \
	Linux:) \
		echo "There is no display here. The tour shows the assistant in a virtual one."; \
		packaging/install-needs.sh tests && $(MAKE) --no-print-directory tour ;; \
	*) build/latchkey ;; \
	esac

test: ## Install what is missing and run every test
	@packaging/install-needs.sh window tests
	@$(MAKE) --no-print-directory -j1 lint unit fuzz build build-terminal tour
	@echo "Every test passed."

lint: build/tools/gofumpt build/tools/staticcheck build/tools/govulncheck ## Check the format, go.mod, and what go vet, staticcheck and govulncheck find
	@echo "== lint"
	@unformatted=$$(build/tools/gofumpt -l .) || exit 1; \
	if [ -n "$$unformatted" ]; then echo "gofumpt would change:"; echo "$$unformatted"; exit 1; fi
	go mod tidy -diff
	CGO_ENABLED=0 go vet $(PACKAGES)
	go vet $(WINDOW_TAGS) .
	go vet -tags nogui .
	GOOS=windows CGO_ENABLED=0 go vet -tags nogui $(PORTABLE)
	GOOS=darwin CGO_ENABLED=0 go vet -tags nogui $(PORTABLE)
	build/tools/staticcheck $(WINDOW_TAGS) ./...
	@packaging/check-vulnerabilities.sh build/tools/govulncheck $(WINDOW_TAGS) ./...

build/tools/gofumpt: Makefile
	GOBIN="$(CURDIR)/build/tools" go install mvdan.cc/gofumpt@v0.12.0 && touch $@

build/tools/staticcheck: Makefile
	GOBIN="$(CURDIR)/build/tools" go install honnef.co/go/tools/cmd/staticcheck@v0.8.2 && touch $@

build/tools/govulncheck: Makefile
	GOBIN="$(CURDIR)/build/tools" go install golang.org/x/vuln/cmd/govulncheck@v1.9.0 && touch $@

build/tools/actionlint: Makefile
	GOBIN="$(CURDIR)/build/tools" go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12 && touch $@

unit: ## Run the tests of every package, with the race detector
	@echo "== tests"
	@[ -d ../shared ] || echo "There is no ../shared: what Meta specifies and others recorded is not tested against."
	go test -race $(PACKAGES)

fuzz: ## Run every fuzz test with some thousand inputs (FUZZTIME=5000x)
	@echo "== fuzz tests"
	@grep -rEo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]+' . | while IFS=: read -r file function; do \
		CGO_ENABLED=0 go test -run '^$$' -fuzz "^$${function#func }$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x "$$(dirname "$$file")" || exit 1; \
	done

chaos: ## Kill, fill, cut and race the terminal for longer (CHAOS=500 runs, CHAOS_SEED=…)
	@echo "== chaos"
	CGO_ENABLED=0 CHAOS=$(CHAOS) CHAOS_SEED=$(CHAOS_SEED) go test ./ui/terminal -run '^TestChaos$$' -count=1 -timeout 0

# MODE and OUT are for packages: how it is linked, and where it goes.
build: OUT = build/latchkey
build: ## Build the window: build/latchkey
	go build $(MODE) $(WINDOW_TAGS) $(SMALL) -ldflags "-funcalign=4 $(LINK)" -o $(OUT) .

# Static, so that it runs on a server of any age. Without inlining it is a tenth
# smaller, and nobody notices: it waits for the network.
build-terminal: OUT = build/latchkey-terminal
build-terminal: ## Build the terminal alone: build/latchkey-terminal
	CGO_ENABLED=0 go build -tags nogui -gcflags=all=-l -ldflags "-funcalign=4 $(LINK)" -o $(OUT) .
	@if [ "$$(go env GOOS)" = linux ] && ldd $(OUT) 2>/dev/null; then echo "$(OUT) is not static."; exit 1; fi
	@if go list -deps -tags nogui . | grep '^fyne.io/'; then echo "The terminal imports Fyne."; exit 1; fi

tour: build ## Go through the assistant in a virtual display; pictures in build/tour/
	@echo "== tour"
	LATCHKEY_BINARY="$(CURDIR)/build/latchkey" go test ./ui/tour -count=1
	@echo "The pictures of every page are in $(CURDIR)/build/tour/"

pictures: ## Draw the pictures of README.md and of the packages anew: docs/
	CGO_ENABLED=0 LATCHKEY_PICTURES="$(CURDIR)/docs" go test ./ui -run '^TestReadmePictures$$' -count=1

bench: build build-terminal ## Measure the assistant beside a bare Fyne window
	@packaging/install-needs.sh window tests
	go build $(FYNE_TAGS) $(LDFLAGS) -o build/hello ./packaging/bench/testdata/hello
	dbus-run-session -- go run ./packaging/bench

packages: ## Build what people install: build/packages/
	@$(MAKE) --no-print-directory -j1 packages-linux packages-windows packages-release
	@ls -l build/packages

build/tools/nfpm: Makefile
	GOBIN="$(CURDIR)/build/tools" go install github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.0 && touch $@

packages-linux: build/tools/nfpm ## … for Linux: deb, rpm, pkg.tar.zst, tar.xz
	@packaging/install-needs.sh window packages
	packaging/linux/build.sh

packages-windows: ## … for Windows: installer, msi, zip
	@packaging/install-needs.sh window packages
	packaging/windows/build.sh

packages-macos: ## … for macOS, on a Mac: the disk image
	@packaging/install-needs.sh window
	packaging/macos/build.sh

vendor: ## … the source with all its modules, to build offline
	packaging/release/vendor.sh

# Without C, so that the bill of materials, which holds the tool's checksum, is the
# same on every computer.
build/tools/cyclonedx-gomod: Makefile
	CGO_ENABLED=0 GOBIN="$(CURDIR)/build/tools" go install github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0 && touch $@

packages-release: build/tools/cyclonedx-gomod ## … and what a release has beside them: checksums, bill of materials, manifests
	@packaging/install-needs.sh window packages
	packaging/release/build.sh

test-packages: ## Install, use and remove every package
	@$(MAKE) --no-print-directory -j1 packages test-packages-linux test-packages-windows test-packages-release

# The part that is quick and needs no clean root or Wine: .ci/run has it besides.
test-packages-quick: packages-linux
	@packaging/install-needs.sh window tests packages package-tests
	packaging/linux/test.sh others portable terminal flatpak refused

test-packages-linux:
	@packaging/install-needs.sh window tests packages package-tests
	packaging/linux/test.sh

test-packages-windows:
	@packaging/install-needs.sh window tests packages package-tests
	packaging/windows/test.sh

test-packages-release: build/tools/actionlint
	@packaging/install-needs.sh window tests packages package-tests
	packaging/release/test.sh

version: ## Say which version this is
	@echo $(VERSION)
languages: ## Pack the words of assets/languages, after a change, for the program to hold
	go run ./packaging/languages

notices: ## Gather the licences that the program shows: assets/notices.txt.gz
	go run ./packaging/notices

clean: ## Remove what was built
	rm -rf build
