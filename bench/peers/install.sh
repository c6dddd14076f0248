#!/usr/bin/env bash
# Installs the peers that `-- peers` measures against, from Debian's packages and the npm registry, and compiles our small
# sources. May be run again at any time; what cannot be installed is left out, and its rows say so.
set -u
cd "$(dirname "$0")"
onnxruntime=1.24.3
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo)
fi

echo "== Debian's packages: g++, Eigen, FANN, PyTorch and OpenBLAS, without which PyTorch multiplies 25 times slower"
"${as_root[@]}" apt-get update -qq
for package in g++ libeigen3-dev libfann-dev libopenblas0-pthread python3-torch nodejs npm; do
  case $package in
    # Any node will do, not only Debian's.
    nodejs | npm) command -v npm >/dev/null && continue ;;
  esac
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$package" >/dev/null ||
    echo "could not install $package"
done

echo "== npm: ONNX Runtime's shared library, without the scripts that fetch more"
mkdir -p onnxruntime
npm install --prefix onnxruntime --no-save --ignore-scripts --no-audit --no-fund --loglevel=error \
  "onnxruntime-node@$onnxruntime" >/dev/null || echo "could not install onnxruntime-node"

echo "== Our sources"
mkdir -p bin
compile() {
  local name=$1
  shift
  if [ "bin/$name" -nt "native/$name.cpp" ] && [ "bin/$name" -nt native/peer.h ]; then
    echo "$name: compiled before"
    return
  fi
  echo "$name"
  g++ -std=c++17 -O3 -march=native -ffast-math "native/$name.cpp" -o "bin/$name" "$@" || rm -f "bin/$name"
}
compile loops
compile eigen # some two minutes: all is templates
compile fann -lfloatfann
compile onnx -ldl

# The program looks for these very files.
case $(uname -m) in
  aarch64) machine=arm64 ;;
  *) machine=x64 ;;
esac
library=$(find onnxruntime -path "*/linux/$machine/*" -name 'libonnxruntime.so*' | head -n 1)
rm -f bin/libonnxruntime.so
if [ -n "$library" ]; then
  ln -s "../$library" bin/libonnxruntime.so
fi

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
  if "${@:2}" </dev/null >/dev/null 2>&1; then
    echo "yes  $1"
  else
    echo "no   $1"
  fi
}
report "C++ loops with constant sizes" bin/loops
report "Eigen" bin/eigen
report "FANN" bin/fann
report "ONNX Runtime" bin/onnx bin/libonnxruntime.so
report "PyTorch" bin/torch
