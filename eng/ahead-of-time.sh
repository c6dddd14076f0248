#!/usr/bin/env bash
# Publishes samples ahead of time, each by itself, and runs them: some minutes, most of them for those that draw. The tests have them in one program, and servers too.
# usage: eng/ahead-of-time.sh [sample ...]
set -euo pipefail
cd "$(dirname "$0")/.."
if [ $# -eq 0 ]; then
  set -- Xor Iris Counts CartPole MackeyGlass UniversalApproximation Digits
fi
instructions=
if [ "$(uname -m)" = x86_64 ]; then
  instructions=x86-64-v3
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for sample in "$@"; do
  dotnet publish "samples/$sample" -c Release --use-current-runtime -p:AheadOfTime=true -p:IlcInstructionSet=$instructions -o "$work/$sample" -nologo -v:quiet -tl:off
  "$work/$sample/$sample" 0 "$work/pictures" >"$work/$sample.txt" || {
    cat "$work/$sample.txt"
    echo "$sample: failed"
    exit 1
  }
  echo "$sample: $(tail -n 1 "$work/$sample.txt"), a program of $(stat -c %s "$work/$sample/$sample") bytes"
done
