#!/usr/bin/env bash
# Installs the peers that `-- peers` measures against, from Debian's packages, and compiles our small sources. May be run
# again at any time; what cannot be installed is left out, and its rows say so. ONNX Runtime is a package of the program.
set -u
cd "$(dirname "$0")"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo)
fi

echo "== Debian's packages: g++, Eigen, FANN, PyTorch and OpenBLAS, without which PyTorch multiplies 25 times slower"
"${as_root[@]}" apt-get update -qq
for package in g++ libeigen3-dev libfann-dev libopenblas0-pthread python3-torch; do
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$package" >/dev/null ||
    echo "could not install $package"
done

echo "== Our sources"
# Compiles native/$1.cpp to bin/$2, for the processors of -march=$3.
compile() {
  local name=$1 program=bin/$2 flags="-O3 -march=$3 -ffast-math"
  shift 3
  if [ "$program" -nt "native/$name.cpp" ] && [ "$program" -nt native/peer.h ]; then
    echo "$program: compiled before"
    return
  fi
  echo "$program"
  mkdir -p "$(dirname "$program")"
  # The flags are words, and the program tells them.
  # shellcheck disable=SC2086
  g++ -std=c++17 $flags -DFLAGS="\"$flags\"" "native/$name.cpp" -o "$program" "$@" || rm -f "$program"
}

# A folder for each width that the program measures.
if grep -qw avx512f /proc/cpuinfo; then
  widths=(512=native 256=x86-64-v3)
elif [ "$(uname -m)" = x86_64 ]; then
  widths=(256=x86-64-v3)
else
  widths=(128=native)
fi
for width in "${widths[@]}"; do
  compile loops "${width%=*}/loops" "${width#*=}"
  compile eigen "${width%=*}/eigen" "${width#*=}" # some two minutes: all is templates
done
compile fann fann "${widths[-1]#*=}" -lfloatfann

# The first Python that knows PyTorch: Debian's package serves Debian's Python only, which need not stand first in PATH.
rm -f bin/torch
for python in $(type -ap python3); do
  if "$python" -c 'import torch' 2>/dev/null; then
    printf '#!/bin/sh\nexec "%s" "$(dirname "$0")/../torch_peer.py" "$@"\n' "$python" >bin/torch
    chmod +x bin/torch
    break
  fi
done

echo "== Available"
report() {
  if [ -x "$2" ] && "$2" </dev/null >/dev/null 2>&1; then
    echo "yes  $1"
  else
    echo "no   $1"
  fi
}
for width in "${widths[@]}"; do
  report "C++ loops with constant sizes, ${width%=*} bits" "bin/${width%=*}/loops"
  report "Eigen, ${width%=*} bits" "bin/${width%=*}/eigen"
done
report "FANN" bin/fann
report "PyTorch" bin/torch
