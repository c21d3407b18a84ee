# `make help` lists what can be made.

GO ?= go
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
EXE := $(shell $(GO) env GOEXE)
OS := $(shell $(GO) env GOOS)
ARCH := $(shell $(GO) env GOARCH)
LDFLAGS := -X main.version=$(VERSION)
LINT := $(GO) tool -modfile=$(CURDIR)/.ci/tools/golangci-lint.mod golangci-lint
FYNE := $(GO) tool -modfile=$(CURDIR)/.ci/tools/fyne.mod fyne

# What the window tests drive: the application as it is, and with its race detector.
BINARY := $(CURDIR)/bin/mejiro$(EXE)
RACE_BINARY := $(CURDIR)/bin/race/mejiro$(EXE)
WINDOW_TEST := $(GO) test -tags e2e -count=1 -timeout=30m

# The reference of the MFM parser, and where it is installed.
MFM_JS := mfm-js@0.26.0
MFM_JS_HOME := $(CURDIR)/bin/mfm-js

.PHONY: help demo run build deps display test vet format lint unit window bench screenshots mfm-compare package fonts emoji icon icons clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: display build ## Open Mejiro on its built-in demo server, with two accounts signed in
	$(BINARY) --demo

run: display build ## Open Mejiro
	$(BINARY)

build: ## Build bin/mejiro, installing what that needs
	@.ci/deps.sh build
	$(GO) build -ldflags '$(LDFLAGS)' -o $(BINARY) .

deps: ## Install the system packages that building and testing need
	@.ci/deps.sh test

display:
ifeq ($(OS),linux)
	@[ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || { \
		echo "There is no display to open a window on: run this in a desktop session, over ssh -X, or on a virtual one with xvfb-run -a make $(firstword $(MAKECMDGOALS))." >&2; \
		exit 1; }
endif

.NOTPARALLEL:

test: deps vet format lint unit window ## Check and test everything

vet:
	$(GO) vet -tags ci,e2e ./...

format:
	@unformatted=$$(gofmt -l .) && if [ -n "$$unformatted" ]; then echo "gofmt would change: $$unformatted" >&2; exit 1; fi

lint: ## Run the linters
	$(LINT) run --allow-serial-runners ./...

unit: ## Run the tests that need no window
	$(GO) test -tags ci -race -timeout=30m ./...

window: ## Run the tests that drive the real window (Linux)
ifeq ($(OS),linux)
	$(GO) build -race -ldflags '$(LDFLAGS)' -o $(RACE_BINARY) .
	MEJIRO_BINARY=$(RACE_BINARY) $(WINDOW_TEST) -skip '^Test(Bench|Screenshots)' ./app/e2e
endif

bench: build ## Measure: Go benchmarks, then the real window
	$(GO) test -tags ci -run '^$$' -bench . -benchmem ./...
	MEJIRO_BINARY=$(BINARY) $(WINDOW_TEST) -run '^TestBench' -v ./app/e2e

screenshots: build ## Take pictures of every screen of the real window into dist/screenshots
	mkdir -p dist/screenshots
	MEJIRO_BINARY=$(BINARY) MEJIRO_SCREENSHOTS=$(CURDIR)/dist/screenshots $(WINDOW_TEST) -run '^TestScreenshots' ./app/e2e

mfm-compare: ## Compare the MFM parser with mfm-js, in its trees and its speed (needs Node.js)
	@for tool in node npm; do command -v $$tool >/dev/null || { \
		echo "$$tool is not there: $(MFM_JS) runs on Node.js, which the system's packages or https://nodejs.org have." >&2; \
		exit 1; }; done
	mkdir -p $(MFM_JS_HOME)
	npm install --prefix $(MFM_JS_HOME) --ignore-scripts --no-audit --no-fund --save-exact $(MFM_JS)
	MFM_JS=$(MFM_JS_HOME) $(GO) test -tags mfmcompare -count=1 -timeout=30m -v -run 'JS' ./api/mfm

# fyne counts the build number in FyneApp.toml up; here that changes with a release only.
package: ## Make a package for this system in dist
	@.ci/deps.sh build
	mkdir -p dist
	$(GO) build -trimpath -tags migrated_fynedo -ldflags '-s -w $(LDFLAGS)' -o bin/package/mejiro$(EXE) .
	cp FyneApp.toml bin/package/
	cd dist && $(FYNE) package --target $(OS) --executable $(CURDIR)/bin/package/mejiro$(EXE) --src .. --release; \
		status=$$?; mv ../bin/package/FyneApp.toml ..; exit $$status
ifeq ($(OS),linux)
	mv dist/Mejiro.tar.xz dist/mejiro-$(VERSION)-linux-$(ARCH).tar.xz
endif

fonts: ## Build assets/fonts from fonts of Debian's
	.ci/fonts.sh

emoji: ## Make assets/twemoji from a release of Twemoji
	.ci/twemoji.sh

icon: ## Draw assets/icon.png from assets/icon.svg
	rsvg-convert -w 512 -h 512 assets/icon.svg -o assets/icon.png

icons: ## Make assets/icons/*.svg from the drawings in assets/icons/strokes
	.ci/icons.sh

clean: ## Remove what was built
	rm -rf bin dist
