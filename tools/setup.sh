#!/bin/bash
# Installs what Koord needs and this machine lacks: Debian packages by apt-get, node packages by npm.
#   setup.sh [build|demo|test]     the first two ask for less; `test` is the default
# Asks nothing, changes nothing that is there already, and takes well under a second when all is.
set -eu
cd "$(dirname "$0")/.."
wanted=${1:-test}

# What proves that it is there (a command, a library for pkg-config, or a file) | Debian package | what it is for
build_needs='
gcc                                                 | build-essential            | the command line and the collector
pkg-config                                          | pkg-config                 | finding libraries
lib:libmicrohttpd                                   | libmicrohttpd-dev          | the HTTP server of the collector
lib:sqlite3                                         | libsqlite3-dev             | the store of the collector
emcc                                                | emscripten                 | the core for browsers
wasm-opt                                            | binaryen                   | a smaller core, and the JavaScript fallback
clang-19                                            | clang-19                   | the command line for WASI
wasm-ld-19                                          | lld-19                     | linking it
/usr/include/wasm32-wasi/stdio.h                    | wasi-libc                  | its C library
/usr/lib/llvm-19/lib/clang/19/lib/wasi/libclang_rt.builtins-wasm32.a | libclang-rt-19-dev-wasm32 | its arithmetic
node                                                | nodejs                     | starting npm; the project then uses its own node
npm                                                 | npm                        | the JavaScript tools'
test_needs='
lib:check                                           | check                      | unit tests in C
clang-format-14                                     | clang-format-14            | checking the format of C
/usr/lib/llvm-19/lib/clang/19/lib/linux              | libclang-rt-19-dev | fuzzing
valgrind                                            | valgrind                   | a second look at memory
brotli                                              | brotli                     | measuring sizes by hand
git                                                 | git                        | listing the files to check
chromium                                            | chromium                   | browser tests
chromedriver                                        | chromium-driver            | browser tests
firefox-esr                                         | firefox-esr                | browser tests
WebKitWebDriver                                     | webkit2gtk-driver          | browser tests
Xvfb                                                | xvfb                       | a screen for WebKitGTK'

case $wanted in
build | demo) needs=$build_needs ;;
test) needs=$build_needs$test_needs ;;
*) echo "setup.sh: '$wanted' is not known; say build, demo or test" >&2; exit 2 ;;
esac

is_there() {
  case $1 in
  lib:*) pkg-config --exists "${1#lib:}" 2>/dev/null ;;
  /*) [ -e "$1" ] ;;
  *) command -v "$1" >/dev/null ;;
  esac
}

missing_packages() {
  while IFS='|' read -r proof package purpose; do
    read -r proof <<<"$proof"
    read -r package <<<"$package"
    [ -z "$proof" ] || is_there "$proof" || printf '%s|%s\n' "$package" "$purpose"
  done <<<"$needs"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
  local lines=$1 names
  names=$(cut -d'|' -f1 <<<"$lines" | tr '\n' ' ')
  echo "Koord needs these Debian packages, which are missing here:"
  sed 's/\([^|]*\)|\(.*\)/  \1:\2/' <<<"$lines"
  if ! command -v apt-get >/dev/null; then
    echo "This is no Debian (apt-get is missing): install them by your own means, then try again." >&2; exit 1
  fi
  if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
    printf 'Installing takes root. Run this, then try again:\n  sudo apt-get install -y --no-install-recommends %s\n' "$names" >&2
    exit 1
  fi
  echo "Installing them with apt-get ..."
  as_root apt-get update -qq
  # shellcheck disable=SC2086 # one word a package
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $names >/dev/null
}

lines=$(missing_packages)
[ -z "$lines" ] || install_packages "$lines"

# The copy says which package-lock.json the node packages were installed from.
if ! cmp -s package-lock.json node_modules/.installed-from; then
  echo "Installing the node packages of package-lock.json ..."
  # Not `npm ci`: some registries lack the packages of other platforms, which the newest npm then misses in the lock.
  npm install --no-save --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-from
fi
