#!/bin/sh
# setup.sh [CACHE]: fetch Debian's own xl and libxlutil with apt, unpack them into CACHE (nothing is installed),
# and compile xenstub.so and xlu-oracle against them. Needs no root; needs apt-get, apt-cache, dpkg, gcc and the C headers (libc6-dev).
# Where the machine has no apt lists, a private copy is fetched from the sources it has configured.
# What is unpacked already stays; only the two C files are compiled anew then. `setup.sh --fresh [CACHE]` begins from nothing.
# CACHE defaults to ${XDG_CACHE_HOME:-$HOME/.cache}/bridgewise-oracles/xen; the wrappers look there too, or in $BRIDGEWISE_XEN.
# XEN_SERIES=4.20 picks a series when the archive offers several; with --fresh where another one is there.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
fresh=; [ "${1:-}" = --fresh ] && { fresh=1; shift; }
cache=${1:-${BRIDGEWISE_XEN:-${XDG_CACHE_HOME:-$HOME/.cache}/bridgewise-oracles/xen}}
for tool in apt-get apt-cache dpkg gcc; do command -v $tool > /dev/null || { echo "setup.sh: $tool not found (apt packages: apt dpkg gcc libc6-dev)" >&2; exit 2; }; done
mkdir -p "$cache/bin"; cache=$(CDPATH= cd -- "$cache" && pwd)

fetch() {
  rm -rf "$cache/root" "$cache/debs" "$cache/paths" "$cache/version"; mkdir -p "$cache/root" "$cache/debs/partial"
  opt='-o Debug::NoLocking=1 -o APT::Sandbox::User=root'
  if [ -z "$(apt-cache madison libxen-dev 2> /dev/null)" ]; then
    echo 'setup.sh: no apt lists, fetching a private copy' >&2
    mkdir -p "$cache/apt/lists/partial" "$cache/apt/cache/archives/partial"
    opt="$opt -o Dir::State::Lists=$cache/apt/lists -o Dir::Cache=$cache/apt/cache"
    apt-get $opt -qq update >&2
  fi
  series=${XEN_SERIES:-$(apt-cache $opt search --names-only '^xen-utils-[0-9.]+$' | sed -n 's/^xen-utils-\([0-9.]*\) .*/\1/p' | sort -V | tail -1)}
  [ -n "$series" ] || { echo 'setup.sh: apt knows no xen-utils-N.N' >&2; exit 2; }

  # xl, its libraries and headers. Every lib* dependency is taken (except the C runtime), so a machine with no Xen package will do.
  depends() { apt-cache $opt depends --important --no-pre-depends "$@" | sed -n 's/^ *|\{0,1\}Depends: \(lib[^<>]*\)$/\1/p'; }
  wanted="xen-utils-$series libxen-dev"; todo=$wanted
  while [ -n "$todo" ]; do
    next=
    for lib in $(depends $todo); do
      case $lib in libc6* | libgcc* | libcrypt1 | libstdc++*) continue ;; esac
      case " $wanted " in *" $lib "*) ;; *) wanted="$wanted $lib"; next="$next $lib" ;; esac
    done
    todo=$next
  done
  (cd "$cache/debs" && apt-get $opt -qq download $wanted)
  for deb in "$cache"/debs/*.deb; do dpkg -x "$deb" "$cache/root"; done

  [ -x "$cache/root/usr/lib/xen-$series/bin/xl" ] || { echo "setup.sh: no xl in xen-utils-$series" >&2; exit 2; }
  : > "$cache/xl.conf"
  all=$(find "$cache/root" -name '*.so.*' -exec dirname {} \; | sort -u | paste -sd:)
  echo "xen-utils-$series $(dpkg-deb -f "$cache"/debs/xen-utils-"$series"_*.deb Version)" > "$cache/version"
  printf 'xl="%s"\nlibs="%s"\n' "$cache/root/usr/lib/xen-$series/bin/xl" "$all" > "$cache/paths"
  rm -rf "$cache/debs"
}

if [ -n "$fresh" ] || [ ! -r "$cache/paths" ] || [ ! -r "$cache/version" ]; then fetch; fi
xlutil=$(dirname "$(find "$cache/root" -name 'libxlutil.so.*' | head -1)")
gcc -O1 -shared -fPIC -I"$cache/root/usr/include" -o "$cache/bin/xenstub.so.new" "$here/xenstub.c" -ldl
gcc -O1 -I"$cache/root/usr/include" -L"$xlutil" -Wl,-rpath-link,"$xlutil" -o "$cache/bin/xlu-oracle.new" "$here/xlu-oracle.c" -lxlutil -lxenlight
for made in xenstub.so xlu-oracle; do mv "$cache/bin/$made.new" "$cache/bin/$made"; done
# Tells which C files these were made of, so that a changed one is noticed.
cat "$here/xenstub.c" "$here/xlu-oracle.c" | sha256sum | cut -d' ' -f1 > "$cache/built"
echo "ready in $cache: $(cat "$cache/version")"
