# shellcheck shell=bash disable=SC2034
# Sourced by the scripts beside it: where the toolchain and the libraries are kept, and how a script speaks.
#   source "$(dirname "$0")/environment.sh"; say "Building"; [[ -d web ]] || fail "web/ is missing."
# Everything that is downloaded lives outside the checkout, so that a second checkout starts at once.

export FAULTLINE_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/faultline"
export FAULTLINE_DEPS="${FAULTLINE_DEPS:-$FAULTLINE_CACHE/deps}"
kRoot="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
kEmscriptenTree="$FAULTLINE_CACHE/emscripten"
kOldestEmscripten=3.1.69
kOldestNode=20

say() { printf '• %s\n' "$*" >&2; }

fail() {
  printf 'faultline: %s\n' "$*" >&2
  exit 1
}

# is_at_least 3.1.74 3.1.69 → true: compares dotted versions.
is_at_least() { [[ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" == "$2" ]]; }

# Prints the folder of the first emcc that is new enough: on PATH, in $EMSDK, in the private tree. Fails if there is none.
find_emscripten() {
  local folder version private=""
  if [[ -f "$kEmscriptenTree/complete" ]]; then private="$kEmscriptenTree/usr/share/emscripten"; fi
  for folder in "$(dirname "$(readlink -f "$(command -v emcc || true)")")" \
                "${EMSDK:+$EMSDK/upstream/emscripten}" "$private"; do
    [[ -x "$folder/emcc" && -f "$folder/emscripten-version.txt" ]] || continue
    version="$(tr -d '" \n' < "$folder/emscripten-version.txt")"
    if is_at_least "${version%%[-~]*}" "$kOldestEmscripten"; then
      echo "$folder"
      return 0
    fi
  done
  return 1
}

# Puts emcc first on PATH, if there is one.
use_emscripten() {
  local folder
  folder="$(find_emscripten)" || return 0
  export PATH="$folder:$PATH"
  # A python3 that is a version manager's shim costs a tenth of a second in every compiler call.
  if [[ -x /usr/bin/python3 ]]; then export EMSDK_PYTHON=/usr/bin/python3; fi
}

# Prints the address of the Debian mirror that this machine's own apt uses.
find_mirror() {
  local codename
  codename="$(. /etc/os-release && echo "${VERSION_CODENAME:-}")"
  # shellcheck disable=SC2016  # the $( ) are apt's, not the shell's
  apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Identifier: Packages' |
    awk -v codename="$codename" '$1 == codename && $2 == "main" { print $3; exit }'
}
