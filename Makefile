# sortie: `make help` lists the commands.

GO         ?= go
BIN        := bin
MISSION    ?= missions/kazakhstan-2022
FUZZ       ?= 30s
VENV       := bench/peers/.venv
PEERS      ?=
GOLANGCI   := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
LINT       := $(BIN)/golangci-lint

.DEFAULT_GOAL := help

# HiGHS, as `npm ci` leaves it and as it goes into the build.
HIGHS_PACKAGE := node_modules/highs/build/highs.wasm
HIGHS         := internal/highs/runtime/highs.wasm

OPENAPI := node_modules/.bin/openapi-typescript

.PHONY: help build page serve test-page screenshots solver machine plan test lint bench bench-speed bench-workers bench-serve bench-page bench-long bench-kill bench-set-long peers backtest docs schema api client fuzz clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

build: ## build bin/sortie, with Go alone; with HiGHS where `make solver` has put it in
	@mkdir -p $(BIN)
	$(GO) build -trimpath -ldflags "-s -w" -o $(BIN)/sortie ./cmd/sortie

plan: build ## build sortie and plan the withdrawal from Kazakhstan in January 2022
	$(BIN)/sortie plan $(MISSION) -o $(BIN)/plan.json

# What npm installs, once for each change of what is wanted.
NPM := node_modules/.package-lock.json

$(NPM): package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund

# Vite's files carry their content in their names: the old ones go first.
ui/dist/index.html: $(NPM) ui/index.html ui/vite.config.ts $(shell find ui/src -type f)
	@rm -rf ui/dist/assets
	node_modules/.bin/vite build ui --logLevel warn

page: ui/dist/index.html ## make the page, by npm, for the next build

serve: page build ## build sortie with its page and serve it on 127.0.0.1:8080, the Kazakhstan missions loaded and planned
	$(BIN)/sortie serve --db $(BIN)/sortie.db --plan missions/kazakhstan-2022 missions/kazakhstan-2022-deployment

test-page: machine page build ## the page's types, what it computes, and the page itself in Chromium
	node_modules/.bin/svelte-check --tsconfig ui/tsconfig.json --fail-on-warnings
	node_modules/.bin/vitest run --root ui

screenshots: machine page build ## take docs/screenshots anew
	SCREENSHOTS=1 node_modules/.bin/vitest run --root ui

# Without npm, or where the package cannot be had, the tests of the relaxation
# are left out, and said so.
solver: ## put HiGHS into the next build, by npm
	@if cmp -s $(HIGHS_PACKAGE) $(HIGHS); then exit 0; fi; \
	if $(MAKE) --no-print-directory $(NPM) && cp $(HIGHS_PACKAGE) $(HIGHS); then exit 0; fi; \
	echo "HiGHS could not be had by npm: sortie is built without the linear relaxation, and its tests are left out" >&2

# Programs that the tests run for real: PostgreSQL, Chromium, Node.js with npm.
# Elsewhere than on Debian they have to be there.
machine: ## install what the tests run, by apt
	@command -v apt-get >/dev/null || exit 0; \
	want=; \
	ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null || want="$$want postgresql"; \
	command -v chromium >/dev/null || want="$$want chromium"; \
	command -v npm >/dev/null || want="$$want npm"; \
	test -n "$$want" || exit 0; \
	sudo=; if [ "$$(id -u)" != 0 ]; then sudo=sudo; command -v sudo >/dev/null || { \
		echo "not installed yet:$$want: run apt-get install$$want as root, then make test again" >&2; exit 1; }; fi; \
	$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$want

test: lint machine solver client test-page ## install what the tests need and run them all
	$(GO) test -timeout 15m ./...

# The linter is built with its own dependencies, which are not sortie's. Where
# it cannot be had (no network, no cache), what Go brings checks alone, and it is said so.
lint: ## run the linters of .golangci.yml, with formatting and go vet
	@mkdir -p $(BIN)
	@test -x $(LINT) || GOBIN=$(abspath $(BIN)) $(GO) install $(GOLANGCI) || \
		echo "golangci-lint could not be installed: gofmt and go vet check alone" >&2
	@if [ -x $(LINT) ]; then echo $(LINT) run; exec $(LINT) run; fi; \
	unformatted=$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not formatted by gofmt:"; echo "$$unformatted"; exit 1; fi; \
	$(GO) vet ./...

bench: machine page build ## measure planner, verifier and reader, and write docs/benchmarks.md
	$(GO) run ./internal/tools/bench -update -o docs/benchmarks.md
	$(GO) run ./internal/tools/bench -workers -o docs/benchmarks.md
	$(GO) run ./internal/tools/bench -serve -o docs/benchmarks.md
	$(GO) run ./internal/tools/bench -page -o docs/benchmarks.md

bench-speed: build ## the same without the benchmark set: five minutes
	$(GO) run ./internal/tools/bench -without-set -o docs/benchmarks.md

bench-workers: build ## plan runs over 1, 2 and 4 workers: a minute
	$(GO) run ./internal/tools/bench -workers -o docs/benchmarks.md

bench-serve: build ## a server under the load of a busy day: ten minutes
	$(GO) run ./internal/tools/bench -serve -o docs/benchmarks.md

bench-page: machine page build ## the page in Chromium, with ten thousand movements on its board: two minutes
	$(GO) run ./internal/tools/bench -page -o docs/benchmarks.md

bench-long: build bench-kill ## what ten minutes more buy on Kazakhstan 2022 (seed 1), and a thousand kills
	$(GO) run ./internal/tools/bench -long -o docs/benchmarks.md

bench-kill: machine ## kill whoever writes to a ledger a thousand times, PostgreSQL beneath it, and the server
	SORTIE_KILLS=1000 $(GO) test ./store/sqlite ./store/postgres ./cmd/sortie -run 'Killed$$' -count 1 -v -timeout 6h

bench-set-long: build ## the benchmark set with a minute for each instance: fifty minutes
	$(GO) run ./internal/tools/bench -set long -update -o docs/benchmarks.md

# Python and the network are needed the first time. PEERS="--seconds 1,10" takes
# a third of the time.
peers: build ## sortie beside CP-SAT, OR-Tools routing and HiGHS on the same instances, and write docs/benchmarks.md
	@test -x $(VENV)/bin/python || python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r bench/peers/requirements.txt
	$(GO) build -o $(BIN)/bench ./internal/tools/bench
	$(BIN)/bench -write $(BIN)/instances > $(BIN)/instances.txt
	$(VENV)/bin/python bench/peers/run.py --missions $(BIN)/instances --write $(PEERS)

backtest: build ## make docs/backtest-kazakhstan.md: the plan beside what happened
	$(GO) run ./internal/tools/backtest missions/kazakhstan-2022 > $(BIN)/backtest.md
	mv $(BIN)/backtest.md docs/backtest-kazakhstan.md

docs: schema ## run the commands in README.md and docs, and write what they print below them
	$(GO) run ./internal/tools/docs README.md docs/command-line.md docs/concepts.md docs/api.md
	$(GO) test ./server/access -run Page -update

schema: build ## make docs/mission.schema.json and docs/plan.schema.json
	$(BIN)/sortie schema mission > docs/mission.schema.json
	$(BIN)/sortie schema plan > docs/plan.schema.json

api: schema ## make docs/openapi.json, and ui/src/api.d.ts, the page's types of it
	$(BIN)/sortie schema api > docs/openapi.json
	@$(MAKE) --no-print-directory $(NPM)
	$(OPENAPI) docs/openapi.json -o ui/src/api.d.ts

client: $(NPM) ## hold ui/src/api.d.ts against docs/openapi.json
	@mkdir -p $(BIN)
	@$(OPENAPI) docs/openapi.json -o $(BIN)/api.d.ts >/dev/null && cmp $(BIN)/api.d.ts ui/src/api.d.ts || \
		{ echo "ui/src/api.d.ts is not what docs/openapi.json says (make api mends this)" >&2; exit 1; }

fuzz: ## fuzz every reader of what comes in (FUZZ=30s each)
	@grep -o 'func Fuzz[A-Za-z0-9]*' missionfile/*_test.go check/*_test.go brief/*_test.go store/*_test.go server/*_test.go server/*/*_test.go | \
	sed 's#/[^/]*:func # #' | while read -r dir target; do \
		$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZ) -fuzzminimizetime 10x "./$$dir" || exit 1; done

clean: ## remove what was built
	rm -rf $(BIN) node_modules $(HIGHS)
