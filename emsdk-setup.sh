#!/usr/bin/env bash
#
# Brings what building Partner Check needs: system packages, the pinned Emscripten, nlohmann/json for WebAssembly, and
# the npm packages. Safe to run again: what is there is kept, what is missing or broken is repaired.
#
#   ./emsdk-setup.sh           for npm run build and npm start
#   ./emsdk-setup.sh --tests   for npm test too: compilers for the machine itself, GoogleTest, a browser, fonts;
#                              npm test runs this by itself where it is needed
#   ./emsdk-setup.sh --gate    for npm run test:gate too: more browsers, web servers, clang-tidy, and the bundlers and test
#                              runners of tests/install; npm run test:gate runs this by itself where it is needed
#
# Where things are afterwards
#   .toolchain/             stable names inside this clone, for CMakePresets.json (git-ignored):
#                           emscripten, em_config, include/nlohmann, googletest, stamp
#   ~/.cache/partnercheck   the unpacked toolchain, shared by all clones of this user
#
# Environment
#   PARTNERCHECK_CACHE          another folder instead of ~/.cache/partnercheck
#   PARTNERCHECK_TOOLCHAIN      path | emsdk | debian: take Emscripten from there and nowhere else
#   PARTNERCHECK_DEBIAN_MIRROR  URI of a Debian mirror; default: the one that apt uses already

set -Eeuo pipefail

readonly kEmscripten=3.1.69     # the official emsdk offers it, and it is the one in Debian trixie
readonly kDebianRelease=trixie
readonly kDebianKeyring=/usr/share/keyrings/debian-archive-keyring.gpg
readonly kLlvm=19               # the LLVM that belongs to this Emscripten; Debian 12 has it too
readonly kLayout=1              # raise it when what we unpack changes: older caches are then left alone
readonly kNode=20
readonly kEmsdkUrl=https://github.com/emscripten-core/emsdk.git
readonly kEmsdkCommit=a36df02dc438e8b02f91122a4c62eeecb6784272 # the tag 3.1.69, which names what it downloads

readonly kPackages=(
  ca-certificates git python3 xz-utils binutils patchelf        # to fetch and unpack (emcc is written in Python)
  cmake ninja-build "clang-$kLlvm" "lld-$kLlvm" "llvm-$kLlvm"
  nlohmann-json3-dev
)
readonly kTestPackages=(
  g++ "clang-format-$kLlvm" googletest                          # native build and style
  chromium fonts-noto-cjk                                       # browser tests, also in Chinese
)
readonly kGatePackages=(
  "libclang-rt-$kLlvm-dev" "clang-tidy-$kLlvm" shellcheck       # sanitizers, and what a compiler does not say
  valgrind                                                      # counts instructions
  chromium-headless-shell                                       # the page tests
  firefox-esr webkit2gtk-driver xvfb xauth                      # the other engines
  nginx-light apache2-bin caddy                                 # hosts as there are many
)
packages=("${kPackages[@]}")

repo=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly repo tools=$repo/.toolchain
route='' emscripten_root='' emscripten_version='' clang_version='' node_path='' node_version=''
cache='' log=/dev/null level=''
work='' # a temporary folder in the cache; removed at the end whatever happens

say() { printf '%-14s %s\n' "$1" "$2"; }

# die WHAT_WENT_WRONG [WHAT_TO_DO…]
die() {
  {
    printf 'emsdk-setup: %s\n' "$1"
    shift
    if (($#)); then printf '%s\n' "$@" | sed 's/^/             /'; fi
  } >&2
  exit 1
}

trap 'if [[ -n $work ]]; then rm -rf -- "$work"; fi' EXIT
trap 'die "unexpected failure in line $LINENO: $BASH_COMMAND" "The log: $log"' ERR

has() { command -v -- "$1" >/dev/null 2>&1; }

# at_least 3.1.70 3.1.69: is the first version the second or newer?
at_least() { [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

# link TARGET NAME: an atomic `ln -s`, so that a build running in parallel never misses the name.
link() {
  if [[ -L $2 && $(readlink -- "$2") == "$1" ]]; then return; fi
  if [[ -e $2 && ! -L $2 ]]; then die "$2 should be a link, and something else is there." 'Move it away and run this again.'; fi
  ln -sfn -- "$1" "$2.new"
  mv -fT -- "$2.new" "$2"
}

# write NAME: standard input becomes the file, unless it holds just that already.
write() {
  local text
  text=$(cat)
  if [[ -f $1 && $(<"$1") == "$text" ]]; then return; fi
  printf '%s\n' "$text" >"$1.new"
  mv -f -- "$1.new" "$1"
}

# logged COMMAND…: runs it silently; its output is in $log for the message of a failure.
logged() { "$@" >>"$log" 2>&1; }
log_tail() { { grep . "$log" || true; } | tail -n 2; }
log_errors() { grep -m 2 -E "$1" "$log" || log_tail; }

# new_work: an empty folder on the cache's disk, so that moving a result from there into place is atomic.
new_work() {
  work=$(mktemp -d "$cache/unfinished.XXXXXX")
  chmod 755 -- "$work"
}

drop_work() {
  rm -rf -- "$work"
  work=''
}

prepare_folders() {
  local base=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
  cache=${PARTNERCHECK_CACHE:-${base:+$base/partnercheck}}
  [[ -n $cache ]] || die 'neither HOME nor PARTNERCHECK_CACHE is set: no place for the toolchain.'
  if ! mkdir -p -- "$cache" 2>/dev/null || [[ ! -w $cache ]]; then
    die "cannot write to $cache." 'Set PARTNERCHECK_CACHE to a folder of your own and run this again.'
  fi
  cache=$(cd -- "$cache" && pwd)
  if ! mkdir -p -- "$tools/include" 2>/dev/null || [[ ! -w $tools || ! -w $tools/include ]]; then
    die "cannot write to $tools." 'Run this as the user who owns this clone.'
  fi
  log=$cache/setup.log
  printf '*\n' | write "$tools/.gitignore"

  # One run at a time: two of them would unpack into the same cache.
  if has flock; then
    exec 9>"$cache/lock"
    if ! flock -n 9; then
      say waiting "another run of $(basename -- "$0") is working in $cache"
      flock -w 1800 9 || die 'the other run did not end within 30 minutes.' "See who holds the lock: fuser -v $cache/lock"
    fi
    rm -rf -- "$cache"/unfinished.* # what a killed run left behind; nobody uses it, as we hold the lock
  fi
  : >"$log"
}

# need_space FOLDER MEGABYTES
need_space() {
  local free
  free=$(df -Pm -- "$1" | awk 'NR == 2 { print $4 }')
  ((free >= $2)) || die "$1 has $free MB free, $2 MB are needed." 'Make room, or set PARTNERCHECK_CACHE to a folder on another disk.'
}

# --- 1. system packages ------------------------------------------------------------------------------------------

missing_packages() {
  local installed
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${packages[@]}" 2>/dev/null | awk '$1 == "installed" { print $2 }' || true)
  printf '%s\n' "${packages[@]}" | grep -vxF -f <(printf '%s\n' "$installed" .) || true
}

# Sets as_root to the words that make a command run as root.
find_root() {
  local names=$1
  as_root=(env DEBIAN_FRONTEND=noninteractive)
  ((EUID == 0)) && return
  if has sudo && sudo -n true 2>/dev/null; then
    as_root=(sudo -n "${as_root[@]}")
    return
  fi
  die 'packages are missing and installing them needs root. Run this, then ./emsdk-setup.sh again:' \
    "sudo apt-get update && sudo apt-get install -y --no-install-recommends $names"
}

# Adds the Node packages to `missing`; stops where apt has only an older Node.
add_node_packages() {
  local candidate major
  candidate=$(apt-cache policy nodejs 2>/dev/null | awk '/Candidate:/ { print $2 }')
  major=${candidate%%.*}
  if [[ ! $major =~ ^[0-9]+$ ]] || ((major < kNode)); then
    die "Node $kNode or newer is needed, and apt has ${candidate:-none}." 'Install it from https://nodejs.org/en/download and run this again.'
  fi
  missing+=(nodejs)
  # Debian has npm as a package of its own; a vendor's nodejs brings it along.
  if [[ $candidate != *nodesource* ]]; then missing+=(npm); fi
}

install_packages() {
  if ! has apt-get || ! has dpkg-query; then
    say packages "this system has no apt; needed here: cmake 3.25+, ninja, clang/lld/llvm $kLlvm, python3, git; for tests g++ 12+, chromium"
    has python3 || die 'python3 is missing: emcc is written in Python.' 'Install it and run this again.'
    return
  fi
  local missing=() as_root=()
  mapfile -t missing < <(missing_packages)
  if ((${#missing[@]} == 0)) && has node; then
    say packages "all ${#packages[@]} installed"
    return
  fi
  local wanted=("${missing[@]}")
  has node || wanted+=(nodejs npm)
  find_root "${wanted[*]}"
  say packages "installing ${wanted[*]}"
  # A third-party source that fails must not stop us: what counts is whether the packages can be installed.
  logged "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=120 update || true
  has node || add_node_packages
  logged "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "${missing[@]}" ||
    explain_apt 'apt could not install the packages'
}

explain_apt() {
  local why
  case $(<"$log") in
    *'Could not get lock'*) why='Another apt is running: wait for it to end, then run this again.' ;;
    *'Temporary failure resolving'* | *'Could not connect'* | *'Failed to fetch'*) why='No way to the Debian mirror: check network and proxy, then run this again.' ;;
    *'No space left'* | *'enough free space'*) why='The disk is full: make room, then run this again.' ;;
    *'Unable to locate package'*) why="Not every package is in this system's archive: Debian 12 or newer is what this is made for." ;;
    *'NO_PUBKEY'* | *'is not signed'*) why="The archive's signature cannot be checked: update the package debian-archive-keyring." ;;
    *) why="The whole log: $log" ;;
  esac
  die "$1." "$why" "$(log_errors '^E:')"
}

check_node() {
  has node || die "Node $kNode or newer is missing." 'Install it from https://nodejs.org/en/download and run this again.'
  has npm || die 'npm is missing beside node.' 'Install it (Debian: apt-get install npm) and run this again.'
  # process.execPath: a version manager may have put a shell script named node on PATH.
  read -r node_version node_path < <(node -p 'process.versions.node + " " + process.execPath')
  at_least "$node_version" "$kNode" ||
    die "Node $kNode or newer is needed, found $node_version." 'Install a newer one from https://nodejs.org/en/download and run this again.'
  say node "$node_version ($node_path)"
}

# --- 2. Emscripten -----------------------------------------------------------------------------------------------

# version_of FOLDER: the version of the Emscripten in that folder; nothing if there is none.
version_of() {
  local text
  [[ -x $1/emcc && -f $1/cmake/Modules/Platform/Emscripten.cmake && -f $1/emscripten-version.txt ]] || return 0
  text=$(<"$1/emscripten-version.txt")
  [[ $text =~ [0-9]+\.[0-9]+\.[0-9]+ ]] && echo "${BASH_REMATCH[0]}"
}

# use ROUTE FOLDER: takes the Emscripten in that folder if it is new enough.
use() {
  local version
  version=$(version_of "$2")
  [[ -n $version ]] && at_least "$version" "$kEmscripten" || return 1
  route=$1 emscripten_root=$2 emscripten_version=$version
}

from_path() {
  local found=''
  if [[ -n ${EMSDK:-} ]] && use path "$EMSDK/upstream/emscripten"; then return; fi
  has emcc || return 1
  found=$(dirname -- "$(readlink -f -- "$(command -v emcc)")")
  if use path "$found"; then return; fi
  # Some packagers put a script on PATH: Emscripten then says itself where it lives.
  has em-config && found=$(em-config EMSCRIPTEN_ROOT 2>/dev/null) && use path "$found"
}

emsdk_folder() { echo "$cache/emsdk-$kEmscripten"; }

from_emsdk_cache() { use emsdk "$(emsdk_folder)/upstream/emscripten"; }

# clone_at URL COMMIT FOLDER: that commit and nothing else; its hash is that of everything in it.
clone_at() {
  git init --quiet "$3" &&
    timeout 120 git -C "$3" fetch --quiet --depth 1 "$1" "$2" &&
    git -C "$3" checkout --quiet --detach FETCH_HEAD &&
    [[ $(git -C "$3" rev-parse HEAD) == "$2" ]] &&
    git -C "$3" fsck --no-dangling
}

from_emsdk() {
  if ! has git || ! GIT_TERMINAL_PROMPT=0 logged timeout 20 git ls-remote --exit-code "$kEmsdkUrl" HEAD; then
    say emscripten 'the official emsdk cannot be reached from here'
    return 1
  fi
  say emscripten "installing $kEmscripten with the official emsdk (several minutes)"
  need_space "$cache" 3000
  new_work
  if GIT_TERMINAL_PROMPT=0 logged clone_at "$kEmsdkUrl" "$kEmsdkCommit" "$work/emsdk" &&
    logged timeout 1800 "$work/emsdk/emsdk" install "$kEmscripten" &&
    logged "$work/emsdk/emsdk" activate "$kEmscripten"; then
    rm -rf -- "$(emsdk_folder)" "$work"/emsdk/downloads
    mv -T -- "$work/emsdk" "$(emsdk_folder)"
    drop_work
    if from_emsdk_cache; then return; fi
  fi
  drop_work
  say emscripten "the official emsdk could not install it: $(log_tail | tail -n 1)"
  return 1
}

debian_folder() { echo "$cache/debian-$kEmscripten-$kLayout"; }

from_debian_cache() {
  local folder
  folder=$(debian_folder)
  [[ -f $folder/complete && -x $folder/usr/bin/wasm-opt && -x $folder/loader &&
    -f $folder/usr/share/emscripten/node_modules/acorn/package.json &&
    -d $folder/usr/share/emscripten/cache/sysroot/include ]] &&
    use debian "$folder/usr/share/emscripten"
}

# Sets mirror to the one from which this system's apt takes Debian: the first source that is labelled Debian, or, where
# the package lists were deleted (as in many images) and no label is known, the first one for the system's own release.
# Whatever it is, signatures are checked.
find_mirror() {
  local release
  mirror=${PARTNERCHECK_DEBIAN_MIRROR:-}
  # shellcheck disable=SC2016  # apt fills these in, not the shell
  [[ -n $mirror ]] || mirror=$(apt-get indextargets --format '$(LABEL)|$(REPO_URI)' 2>/dev/null |
    awk -F'|' '$1 == "Debian" && !found { found = 1; print $2 }')
  if [[ -z $mirror ]] && grep -qx ID=debian /etc/os-release; then
    release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    # shellcheck disable=SC2016
    mirror=$(apt-get indextargets --no-release-info --format '$(COMPONENT)|$(RELEASE)|$(REPO_URI)' 2>/dev/null |
      awk -F'|' -v release="$release" '$1 == "main" && $2 == release && !found { found = 1; print $3 }')
  fi
  if [[ -z $mirror ]]; then
    die "apt on this system knows no Debian mirror, and Emscripten is to come from Debian $kDebianRelease." \
      "Name one: PARTNERCHECK_DEBIAN_MIRROR=<URI> $0, or put an emcc $kEmscripten on PATH."
  fi
}

# An apt of its own: own sources, lists, cache and an empty list of installed packages. It cannot touch the system;
# only proxies and the like come from the system's configuration. Signatures are checked against Debian's keyring.
own_apt() {
  local home=$work/apt
  (
    cd -- "$home/debs" &&
      logged "$1" \
        -o Dir::Etc::SourceList="$home/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
        -o Dir::State="$home/state" -o Dir::State::status="$home/status" -o Dir::Cache="$home/cache" \
        -o APT::Sandbox::User="$(id -un)" -o APT::Default-Release= -o Acquire::Languages=none \
        -o Acquire::Retries=3 -o Acquire::http::Timeout=30 "${@:2}"
  )
}

download_debian() {
  local home=$work/apt mirror=''
  [[ -f $kDebianKeyring ]] || die "$kDebianKeyring is missing." 'Install the package debian-archive-keyring and run this again.'
  find_mirror
  need_space "$cache" 1000
  mkdir -p -- "$home"/{debs,state/lists/partial,cache/archives/partial}
  : >"$home/status"
  echo "deb [signed-by=$kDebianKeyring] $mirror $kDebianRelease main" >"$home/sources.list"
  own_apt apt-get update --error-on=any || explain_apt "the package lists of Debian $kDebianRelease could not be downloaded"
  # libc6 and its companions: trixie's binaryen does not run on an older C library.
  own_apt apt-get download "emscripten=$kEmscripten*" binaryen node-acorn libc6 libstdc++6 libgcc-s1 ||
    explain_apt "Emscripten could not be downloaded from Debian $kDebianRelease"
}

# unpack DEB FOLDER: without what no build here uses, which is more than half: libraries for dynamic linking (pic),
# for threads (mt) and wasm workers (ww), tests and documentation. Kept: everything else, with LTO, exceptions, sanitizers.
unpack() {
  local lib='./usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten'
  dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --no-same-owner --wildcards \
    --exclude="$lib/pic" --exclude="$lib/lto-pic" --exclude="$lib/*-mt.a" --exclude="$lib/*-mt-*.a" \
    --exclude="$lib/*-ww.a" --exclude="$lib/*-ww-*.a" \
    --exclude='./usr/share/emscripten/test' --exclude='./usr/share/emscripten/docs' --exclude='./usr/share/emscripten/media' \
    --exclude='./usr/share/emscripten/ChangeLog*' --exclude='./usr/share/doc' --exclude='./usr/share/man'
}

unpack_debian() {
  local folder root=$work/root deb loader libs program
  folder=$(debian_folder)
  mkdir -- "$root"
  for deb in "$work"/apt/debs/*.deb; do
    logged unpack "$deb" "$root" || die "cannot unpack $(basename -- "$deb")." 'If the disk is full, make room and run this again:' "$(log_tail | tail -n 1)"
  done

  # binaryen's programs shall use the C library beside them. Their RPATH is relative, but the loader has to be
  # absolute: it names the place where the folder is going to be.
  loader=$(cd -- "$root" && find usr/lib -type f -name 'ld-linux*.so.*')
  libs=$(dirname -- "$loader")
  ln -s -- "$loader" "$root/loader"
  for program in "$root"/usr/bin/wasm*; do
    logged patchelf --set-interpreter "$folder/loader" --force-rpath --set-rpath "\$ORIGIN/../../$libs" "$program"
  done
  logged patchelf --force-rpath --set-rpath "\$ORIGIN" "$root/$libs/libbinaryen.so"

  # Only acorn: with all of share/nodejs in sight Emscripten would pick up modules that are not its own.
  mkdir -- "$root/usr/share/emscripten/node_modules"
  ln -s ../../nodejs/acorn "$root/usr/share/emscripten/node_modules/acorn"
  # For an emcc that is started without EM_CONFIG; Debian's own names a binaryen in /usr.
  debian_config >"$root/usr/share/emscripten/.emscripten"

  if [[ -e $folder ]]; then mv -T -- "$folder" "$work/broken"; fi
  mv -T -- "$root" "$folder"
}

# Compiles and runs a small program, so that a toolchain that cannot work is never taken for a complete one.
try_debian() {
  local folder
  folder=$(debian_folder)
  cat >"$work/try.cpp" <<'CPP'
#include <string>
int main(int argc, char**) {
  try { throw std::string("thrown"); } catch (const std::string& text) { return argc == 1 && text == "thrown" ? 0 : 1; }
}
CPP
  if ! logged env -u EM_CONFIG "$folder/usr/share/emscripten/em++" -O1 -fwasm-exceptions "$work/try.cpp" -o "$work/try.js" ||
    ! logged node "$work/try.js"; then
    die 'the unpacked Emscripten does not work.' "$(log_tail)" "The whole log: $log"
  fi
  touch -- "$folder/complete"
}

install_debian() {
  say emscripten "downloading $kEmscripten from Debian $kDebianRelease (250 MB)"
  new_work
  download_debian
  say emscripten "unpacking it into $(debian_folder)"
  unpack_debian
  try_debian
  drop_work
  from_debian_cache
}

find_emscripten() {
  local want=${PARTNERCHECK_TOOLCHAIN:-any}
  case $want in
    any) from_path || from_emsdk_cache || from_debian_cache || from_emsdk || true ;;
    path) from_path || true ;;
    emsdk) from_emsdk_cache || from_emsdk || true ;;
    debian) from_debian_cache || true ;;
    *) die "PARTNERCHECK_TOOLCHAIN is '$want'." 'It may be path, emsdk or debian, or not set.' ;;
  esac
  # Not in the chain above: bash does not stop at a failing command inside of `a || b`.
  if [[ -z $route && $want =~ ^(any|debian)$ ]] && has apt-get && has dpkg-deb && has patchelf; then install_debian; fi
  if [[ -z $route ]]; then
    die "no Emscripten $kEmscripten or newer (looked for: $want)." \
      "With a network: git clone $kEmsdkUrl && emsdk/emsdk install $kEmscripten && emsdk/emsdk activate $kEmscripten" \
      'Then export EMSDK=<that folder> and run this again.'
  fi
  link "$emscripten_root" "$tools/emscripten"
  write_config
  say emscripten "$emscripten_version ($route: $emscripten_root)"
  if [[ $emscripten_version != "$kEmscripten" ]]; then
    say warning "everything is tested with Emscripten $kEmscripten alone; PARTNERCHECK_TOOLCHAIN=debian or emsdk takes that one"
  fi
}

# --- the configuration file for EM_CONFIG ------------------------------------------------------------------------

debian_config() {
  cat <<CONFIG
# Written by emsdk-setup.sh
LLVM_ROOT = '/usr/bin'
LLVM_ADD_VERSION = '$kLlvm'
CLANG_ADD_VERSION = '$kLlvm'
BINARYEN_ROOT = '$(debian_folder)/usr'
NODE_JS = '$node_path'
FROZEN_CACHE = True  # every library is in the package; nothing is built or written at compile time
CONFIG
}

# An emsdk's own file finds its tools relative to itself, so a copy would not work: ask for each value instead.
found_config() {
  local config='' candidate key value
  for candidate in "${EM_CONFIG:-}" "$emscripten_root/../../.emscripten" "$emscripten_root/.emscripten"; do
    [[ -n $candidate && -f $candidate && ! $candidate -ef $tools/em_config ]] && config=$(readlink -f -- "$candidate") && break
  done
  echo '# Written by emsdk-setup.sh'
  for key in LLVM_ROOT LLVM_ADD_VERSION CLANG_ADD_VERSION BINARYEN_ROOT NODE_JS FROZEN_CACHE CACHE; do
    value=$(env ${config:+EM_CONFIG="$config"} "$emscripten_root/em-config" "$key" 2>>"$log") || continue
    case $value in
      '' | None) ;;
      True | False | \[*) echo "$key = $value" ;;
      *) echo "$key = '$value'" ;;
    esac
  done
}

write_config() {
  local clang=/usr/bin/clang-$kLlvm
  if [[ $route == debian ]]; then
    debian_config | write "$tools/em_config"
  else
    # Asking takes a second, so only when it is not known yet.
    if [[ ! -f $tools/em_config || $(stamped root) != "$emscripten_root" ]]; then found_config | write "$tools/em_config"; fi
    clang=$(awk -F"'" '/^LLVM_ROOT/ { root = $2 } /^CLANG_ADD_VERSION/ { add = "-" $2 } END { print root "/clang" add }' "$tools/em_config")
  fi
  if [[ ! -x $clang ]]; then
    rm -f -- "$tools/em_config"
    die "the Emscripten in $emscripten_root has no clang ($clang)." "Repair it, or take another: PARTNERCHECK_TOOLCHAIN=debian $0"
  fi
  clang_version=$("$clang" --version)
  [[ $clang_version =~ version\ ([0-9][0-9.]*) ]] && clang_version=${BASH_REMATCH[1]}
}

# --- 3. libraries, each in a folder of its own: an -I/usr/include would bring glibc's headers into a wasm build -----

find_libraries() {
  find_library "$tools/include/nlohmann" json.hpp 'the headers of nlohmann/json 3.11' /usr/include/nlohmann
  if [[ $level == build ]]; then
    say libraries 'nlohmann/json (.toolchain/include)'
    return
  fi
  find_library "$tools/googletest" CMakeLists.txt 'the source of GoogleTest 1.12' /usr/src/googletest
  say libraries 'nlohmann/json, GoogleTest (.toolchain/include, .toolchain/googletest)'
}

# find_library NAME FILE WHAT PLACE: a folder put there by hand is kept, so that systems without these packages work.
find_library() {
  if [[ ! -L $1 && -f $1/$2 ]]; then return; fi
  [[ -f $4/$2 ]] || die "$4/$2 is missing." "Put $3 into $1 and run this again."
  link "$4" "$1"
}

# --- 4. npm packages ---------------------------------------------------------------------------------------------

install_npm_packages() {
  local folder=$1
  local lock=$folder/package-lock.json done=$folder/node_modules/.package-lock.json
  if [[ ! -f $lock ]]; then
    say npm "no package-lock.json in $folder: nothing to install"
  elif [[ -f $done && ! $lock -nt $done ]]; then
    say npm "packages of ${lock#"$repo/"} are up to date"
  else
    say npm "installing the packages of ${lock#"$repo/"}"
    (cd -- "$folder" && logged npm ci --ignore-scripts --no-audit --no-fund) ||
      die 'npm could not install the packages: check network and proxy, then run this again.' "$(log_errors '^npm (error|ERR!)')"
  fi
}

# --- the stamp: what was found --------------------------------------------------------------------------------------

stamped() { sed -n "s/^$1=//p" "$tools/stamp" 2>/dev/null || true; }

write_stamp() {
  write "$tools/stamp" <<STAMP
emscripten=$emscripten_version
route=$route
root=$emscripten_root
clang=$clang_version
node=$node_version
level=$level
STAMP
}

main() {
  # What was asked for once stays.
  level=$(stamped level)
  case ${1:-} in
    '') level=${level:-build} ;;
    --tests) [[ $level == gate ]] || level=tests ;;
    --gate) level=gate ;;
    *) level=help ;;
  esac
  if [[ $level == help ]]; then
    sed -n '3,/^$/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit
  fi
  if [[ $level != build ]]; then packages+=("${kTestPackages[@]}"); fi
  if [[ $level == gate ]]; then packages+=("${kGatePackages[@]}"); fi
  prepare_folders
  install_packages
  check_node
  find_emscripten
  find_libraries
  install_npm_packages "$repo"
  if [[ $level == gate ]]; then
    install_npm_packages "$repo/tests/install/tools"
  fi
  write_stamp
  say ready "Emscripten $emscripten_version ($route), clang $clang_version, node $node_version. Next: npm start, npm test"
}

main "$@"
