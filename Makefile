# Builds and checks Koord. `make help` lists what it can do; `make test` and `make demo` need nothing but a clean
# Debian 12: they install what is missing first. All output goes to build/ (for us) and dist/ (for shops).
MAKEFLAGS += --no-builtin-rules --jobs=$(shell nproc)
.DELETE_ON_ERROR:
.SECONDARY:
.DEFAULT_GOAL := all

BIN  := node_modules/.bin
NODE := $(BIN)/node

# The floors of the core, lowest first; a door (src/wasm, src/cli, src/collector) is added to make a program.
FLOORS := base model detect score survey wire core
CORE   := $(foreach floor,$(FLOORS),$(wildcard src/$(floor)/*.c))
BASE   := $(wildcard src/base/*.c)
CLI    := $(wildcard src/cli/*.c)
SERVER := $(wildcard src/collector/*.c)
TAG    := $(shell find js -name '*.js' -not -name '*.gen.js')
UNITS  := $(shell find tests/unit -name 'test_*.c' 2>/dev/null)
FUZZ   := $(wildcard tests/fuzz/fuzz_*.c)

STRICT   := -std=c11 -Iinclude -Isrc -Ibuild -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
            -Wmissing-prototypes -Werror -ffunction-sections -fdata-sections -MMD -MP
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
POSIX    := -D_XOPEN_SOURCE=700
SERVES   := $(shell pkg-config --cflags libmicrohttpd sqlite3 2>/dev/null)
SERVED   := $(shell pkg-config --libs libmicrohttpd sqlite3 2>/dev/null) -lpthread

##@ Build
all: native js wasi ## everything below
native: build/koord build/koord-collector ## build/koord, build/koord-collector
js: dist/koord.js dist/koord.mjs dist/koord.shop.js dist/koord.consent.js dist/koord.config.js dist/koord.domains.js dist/koord.ga4.js dist/koord.schema.js dist/koord.woo.js dist/koord.ask.js dist/koord.survey.js dist/koord.inspect.js dist/koord.fallback.js dist/koord.d.ts ## the tag: dist/koord.js, .mjs, .shop.js, .consent.js, .config.js, .domains.js, .ga4.js, .schema.js, .woo.js, .ask.js, .survey.js, .inspect.js, .wasm, .fallback.js, .d.ts
wasi: build/koord-cli.wasm ## build/koord-cli.wasm, the command line for any WASI runtime
asan: build/asan/koord build/asan/koord-collector ## both programs with AddressSanitizer and UBSan

# One rule a way of compiling. The same file of the core goes through all of them.
define compile
build/$(1)/%.o: %.c
	@mkdir -p $$(@D)
	@printf '  %-7s %s\n' $(1) $$<; $(2) $(STRICT) -c $$< -o $$@
endef
$(eval $(call compile,native,gcc -O2 -g -flto=auto $(POSIX) $(SERVES)))
$(eval $(call compile,asan,gcc -O1 -g $(SANITIZE) $(POSIX) $(SERVES)))
$(eval $(call compile,fuzz,clang-19 -O1 -g $(SANITIZE) -fsanitize=fuzzer-no-link $(POSIX) $(SERVES)))
# Comparing one by one compresses better than jump tables do.
$(eval $(call compile,wasm,emcc -Oz -flto -fno-jump-tables -mbulk-memory -msign-ext -mnontrapping-fptoint))
$(eval $(call compile,mvp,emcc -Oz))
$(eval $(call compile,wasi,clang-19 --target=wasm32-wasi -O2 $(POSIX)))
-include $(shell find build -name '*.d' 2>/dev/null)
objects = $(patsubst %.c,build/$(1)/%.o,$(2))

build/koord: $(call objects,native,$(CORE) $(CLI))
build/koord build/koord-collector:
	@echo "  link    $@"; gcc -flto=auto -Wl,--gc-sections $^ $(LIBS) -o $@
build/asan/koord build/asan/koord-collector:
	@echo "  link    $@"; gcc $(SANITIZE) $^ $(LIBS) -o $@
build/koord-collector: $(call objects,native,$(BASE) $(SERVER))
build/asan/koord: $(call objects,asan,$(CORE) $(CLI))
build/asan/koord-collector: $(call objects,asan,$(BASE) $(SERVER))
build/koord-collector build/asan/koord-collector: LIBS = $(SERVED)

# One sentence for people for every variant of every detector, gathered from its document.
build/sentences.gen.h: tools/sentences.mjs js/survey/ready.js include/koord_detectors.def $(wildcard docs/detectors/*.md)
	@mkdir -p $(@D)
	@echo "  gather  $@"; $(NODE) tools/sentences.mjs c > $@
$(foreach way,native asan fuzz wasi,build/$(way)/src/cli/sentence.o): build/sentences.gen.h

# The ready-made surveys' programs, compiled as a shop's own are.
build/surveys.gen.h: tools/surveys.mjs js/abi.gen.js js/survey/compile.js js/survey/ready.js
	@mkdir -p $(@D)
	@echo "  compile $@"; $(NODE) tools/surveys.mjs > $@
$(foreach way,native asan fuzz wasi wasm mvp,build/$(way)/src/survey/program.o): build/surveys.gen.h

# All parts of all programs, for tests to pick from.
PARTS := $(CORE) $(filter-out %/main.c,$(CLI) $(SERVER))
build/asan/parts.a: $(call objects,asan,$(PARTS))
build/fuzz/parts.a: $(call objects,fuzz,$(PARTS))
build/asan/parts.a build/fuzz/parts.a:
	@echo "  archive $@"; rm -f $@; ar rcs $@ $^

# Three steps by hand: the clang driver would run whatever wasm-opt lies on the PATH, and skip linking without it.
WASI := /usr/lib/wasm32-wasi
build/koord-cli.wasm: $(call objects,wasi,$(CORE) $(CLI))
build/abi.wasm: build/wasi/src/wasm/abi.o
build/koord-cli.wasm build/abi.wasm:
	@echo "  link    $@"; wasm-ld-19 --gc-sections --stack-first -z stack-size=65536 -L$(WASI) $(WASI)/crt1-command.o $^ -lc \
	  $$(clang-19 --target=wasm32-wasi -print-libgcc-file-name) -o build/wasi/$(@F)
	@wasm-opt -O2 --strip-debug --strip-producers build/wasi/$(@F) -o $@

# No imports and memory that never grows: stack first, so that an overflow traps instead of writing over data.
EMLINK := -Oz --no-entry -sSTANDALONE_WASM -sINITIAL_MEMORY=131072 -sTOTAL_STACK=16384 \
          -sALLOW_MEMORY_GROWTH=0 -Wl,--stack-first
build/%/linked.wasm: build/%/src/wasm/exports.o
	@echo "  link    $@"; emcc $(EMLINK) $^ -o $@
build/wasm/linked.wasm: EMLINK += -flto
build/wasm/linked.wasm: $(call objects,wasm,$(CORE))
build/mvp/linked.wasm: $(call objects,mvp,$(CORE))
dist/koord.wasm: build/wasm/linked.wasm tools/finish-wasm.mjs
	@mkdir -p dist
	@echo "  finish  $@"; $(NODE) tools/finish-wasm.mjs $< $@
build/mvp/koord.wasm: build/mvp/linked.wasm tools/finish-wasm.mjs
	@echo "  finish  $@"; $(NODE) tools/finish-wasm.mjs --mvp $< $@
dist/koord.fallback.js: build/mvp/koord.wasm tools/fallback.mjs
	@mkdir -p dist
	@echo "  finish  $@"; $(NODE) tools/fallback.mjs $< $@

# What the tables say, for JavaScript and for people; a wasm32 program, so that its struct offsets are the core's.
ABI := $(NODE) --disable-warning=ExperimentalWarning tools/wasi.mjs build/abi.wasm
js/abi.gen.js: build/abi.wasm tools/wasi.mjs
	@echo "  print   $@"; $(ABI) js > $@
js/inspect/sentences.gen.js: tools/sentences.mjs js/survey/ready.js include/koord_detectors.def $(wildcard docs/detectors/*.md)
	@echo "  gather  $@"; $(NODE) tools/sentences.mjs js > $@
PRINTED := js/abi.gen.js js/inspect/sentences.gen.js
generated: build/abi.wasm ## docs/settings.md and docs/wire.schema.json, from the tables
	$(ABI) settings > docs/settings.md
	$(ABI) schema > docs/wire.schema.json

dist/koord.js dist/koord.mjs dist/koord.shop.js dist/koord.consent.js dist/koord.config.js dist/koord.domains.js dist/koord.ga4.js dist/koord.schema.js dist/koord.woo.js dist/koord.ask.js dist/koord.survey.js dist/koord.inspect.js &: $(TAG) $(PRINTED) dist/koord.wasm tools/bundle.mjs package.json
	@echo "  bundle  dist/koord.js, .mjs, .shop.js, .consent.js, .config.js, .domains.js, .ga4.js, .schema.js, .woo.js, .ask.js, .survey.js, .inspect.js"; $(NODE) tools/bundle.mjs
dist/koord.d.ts: $(TAG) $(PRINTED)
	@mkdir -p dist
	@$(BIN)/tsc -p tools/declarations.json
	@echo "export * from './types/index.js';" > $@

##@ Try
demo: ## install what is missing, build, and open the demo on http://127.0.0.1:8787/tour/ (PORT=9000 for another)
	@tools/demo.sh
DEMO := $(shell find demo -type f) tools/demo-site.mjs
build/demo/tour/index.html: $(DEMO) js
	@echo "  demo    build/demo"; $(NODE) tools/demo-site.mjs build/demo
build/demo-static/tour/index.html: $(DEMO) js
	@echo "  demo    build/demo-static"; $(NODE) tools/demo-site.mjs --static build/demo-static
demo-site: build/demo/tour/index.html ## build/demo: the shop, the tour and the list of visits, for a collector to serve
demo-static: build/demo-static/tour/index.html ## build/demo-static: the same for any static host, with a collector in the browser
# The core beside mere copying, natively and as WebAssembly by the flags of the module that shops load.
build/bench/native: $(call objects,native,$(CORE) tests/bench/mix.c tests/bench/native.c)
	@mkdir -p $(@D)
	@echo "  link    $@"; gcc -flto=auto -Wl,--gc-sections $^ -o $@
build/bench/mix.wasm: $(call objects,wasm,$(CORE) tests/bench/mix.c)
	@mkdir -p $(@D)
	@echo "  link    $@"; emcc $(patsubst -sINITIAL_MEMORY=%,-sINITIAL_MEMORY=1048576,$(EMLINK)) -flto \
	  -Wl,--export=mix_feed,--export=mix_copy $^ -o $@
	@$(NODE) tools/finish-wasm.mjs --most=1048576 $@ $@
bench: native js build/bench/native build/bench/mix.wasm ## speed of the core and of the tag
	$(NODE) tests/bench/run.mjs
size: js ## bytes per module, and the limits; fails when one is exceeded
	$(NODE) tools/size.mjs

LOOKS ?=
looks: native js demo-site ## contact sheets of the demo, for every engine, size, theme and language, in build/looks
	$(NODE) tools/looks.mjs $(LOOKS)

weights: js ## docs/weights.md, what each detector adds to the module
	$(NODE) tools/size.mjs weights > docs/weights.md

pictures: native js demo-site ## the README's pictures, taken anew of the demo shop
	$(NODE) tools/pictures.mjs

##@ Check
# Runs test files with node; none at all is a mistake, which node itself would let pass.
node_tests = @$(if $(wildcard $(1)),$(NODE) --test --test-timeout=120000 --test-reporter=spec \
  --disable-warning=ExperimentalWarning $(2) $(wildcard $(1)),echo 'there are no tests $(1)'; exit 1)
test: ## install what is missing, build, run every check below
	@tools/test.sh
UNIT_TESTS := $(patsubst tests/unit/%.c,build/asan/unit/%,$(UNITS))
build/asan/unit/%: build/asan/tests/unit/%.o build/asan/parts.a
	@mkdir -p $(@D)
	@echo "  link    $@"; gcc $(SANITIZE) $^ $(SERVED) $$(pkg-config --libs check) -lm -o $@
check-unit: $(UNIT_TESTS) ## the core's parts, each a Check program under ASan and UBSan
	@tools/each.sh $^
# Random visits: with sanitizers for the properties, without for writing them down.
VISITS := tests/properties/trail.c tests/properties/journal.c
build/asan/properties: $(call objects,asan,$(CORE) $(VISITS) tests/properties/properties.c)
	@echo "  link    $@"; gcc $(SANITIZE) $^ -o $@
build/write_trails: $(call objects,native,$(CORE) tests/properties/trail.c tests/properties/write_trails.c)
	@echo "  link    $@"; gcc -flto=auto -Wl,--gc-sections $^ -o $@
check-properties: build/asan/properties build/write_trails build/koord wasi js ## what must hold for any visit, on random ones
	$<
	$(call node_tests,tests/properties/*.test.mjs)
check-vectors: build/koord wasi js ## every vector in the native core, in wasm, under WASI and in the fallback
	$(call node_tests,tests/vectors/*.test.mjs)
check-js: js ## the tag's modules and our own tools, in node
	$(call node_tests,tests/js/*.test.mjs .ci/*.test.mjs tools/*.test.mjs)
build/disk.so: tests/collector/disk.c
	@echo "  link    $@"; gcc -O1 -g -std=c11 -Wall -Wextra -Werror -shared -fPIC $< -ldl -o $@
check-collector: export KOORD_COLLECTOR := build/asan/koord-collector
check-collector: build/asan/koord-collector build/disk.so ## the collector over its sockets, under ASan
	$(call node_tests,tests/collector/*.test.mjs)
BROWSER_TESTS ?= $(wildcard tests/browser/*.test.mjs)
check-browser: native js ## the whole thing in Chromium, Firefox and WebKitGTK
	$(NODE) tests/browser/run.mjs $(BROWSER_TESTS)
# The faults that take no waiting are in `make test`; an outage lasts ten seconds, and that is for `make check-faults`.
check-faults: native js ## what docs/delivery.md promises, in real browsers, with every fault; takes minutes
	$(call node_tests,tests/faults/*.test.mjs,--test-concurrency=1 --test-timeout=600000)
check-delivery: native js ## a part of it, and ten random visits
	$(call node_tests,tests/faults/promises.test.mjs,--test-name-pattern='/S(1|8|10|11|12a|15b|16):/')
	$(NODE) tests/faults/chaos.mjs --visits 10
CHAOS ?= --visits 200
chaos: native js ## 200 visits with faults drawn at random; CHAOS='--seed 7 --visits 20' for others
	$(NODE) tests/faults/chaos.mjs $(CHAOS)
check-lint: ## formatting and lint, C and JS
	clang-format-14 --dry-run --Werror $$(git ls-files '*.c' '*.h')
	$(BIN)/biome check
check-types: $(PRINTED) ## the JSDoc types
	$(BIN)/tsc -p tsconfig.json
check-floors: ## nothing includes a higher floor
	$(NODE) .ci/floors.mjs
check-generated: build/abi.wasm ## docs/ says what the tables say
	@$(ABI) settings | diff -u docs/settings.md - && $(ABI) schema | diff -u docs/wire.schema.json - \
	  || { echo 'docs/ lags behind the tables: run "make generated" and commit'; exit 1; }

FUZZ_SECONDS ?= 60
FUZZERS := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(FUZZ))
build/fuzz/fuzz_%: build/fuzz/tests/fuzz/fuzz_%.o build/fuzz/parts.a
	@echo "  link    $@"; clang-19 $(SANITIZE) -fsanitize=fuzzer $^ $(SERVED) -o $@
build/fuzz/fuzz_engine build/fuzz/fuzz_restore: build/fuzz/tests/fuzz/calls.o
fuzz: $(FUZZERS) ## libFuzzer on every tests/fuzz/fuzz_*.c, FUZZ_SECONDS each
	@tools/fuzz.sh $(FUZZ_SECONDS) $^
check-fuzz: $(FUZZERS) ## a few seconds of each
	@tools/fuzz.sh 4 $^

mutate: ## how many changes of the detectors the tests notice; takes minutes
	$(NODE) tools/mutate.mjs

##@ Other
setup: ## install what building and testing needs
	@tools/setup.sh test
clean: ## forget all that was built
	rm -rf build dist $(PRINTED)
help: ## this list
	@awk -F':.*## ' '/^##@ /{print "\n" substr($$0,5)} /^[a-z-]+:.*## /{printf "  make %-16s %s\n",$$1,$$2}' Makefile

.PHONY: all native js wasi asan generated demo demo-site demo-static looks pictures bench size weights test mutate setup clean help fuzz \
  check-unit check-properties check-fuzz check-vectors check-js check-collector check-browser check-faults \
  check-delivery chaos check-lint check-types check-floors check-generated
