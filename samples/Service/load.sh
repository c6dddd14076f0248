#!/usr/bin/env bash
# Puts load on the service with wrk and fails where a single request did: a status over 399, a connection refused or broken, a
# time-out. A round with exchanges has the model file replaced every 100 ms; a round without them has the same done to a file that
# nobody watches, so that the two differ in the exchanges alone.
# Needs wrk and curl (Debian: apt-get install wrk curl). Arguments: pairs of rounds (5), seconds a round (10), connections (16).
set -euo pipefail
cd "$(dirname "$0")"
pairs=${1:-5}
seconds=${2:-10}
connections=${3:-16}

folder=$(mktemp -d)
service=
writer=
clean_up() {
  [ -z "$writer" ] || kill "$writer" 2>/dev/null || true
  [ -z "$service" ] || kill "$service" 2>/dev/null || true
  rm -rf "$folder"
}
trap clean_up EXIT

dotnet build -c Release -v quiet -nologo -clp:NoSummary
program=bin/Release/net10.0/Service.dll
for seed in 1 2; do
  dotnet "$program" train --seed=$seed --Service:ModelPath="$folder/model$seed" >/dev/null
done
cp "$folder/model1" "$folder/iris.safetensors"
dotnet "$program" --urls=http://127.0.0.1:0 --Service:ModelPath="$folder/iris.safetensors" --Service:QuietTime=00:00:00.01 >"$folder/log" 2>&1 &
service=$!
address=
for _ in $(seq 600); do
  address=$(sed -n 's/.*Now listening on: //p' "$folder/log")
  [ -z "$address" ] || break
  sleep 0.1
done
[ -n "$address" ] || { cat "$folder/log"; exit 1; }

version() { curl -s "$address/model" | sed 's/.*"version":\([0-9]*\).*/\1/'; }

# Writes the two models in turn over a file, each by a rename, until it is killed.
write_for_ever() {
  local seed=1
  while :; do
    seed=$((3 - seed))
    cp "$folder/model$seed" "$folder/next"
    mv "$folder/next" "$1"
    sleep 0.1
  done
}

ask() { wrk -t1 -c"$connections" -d"$1"s -s load.lua "$address/predict" | sed -n 's/^result //p'; }

# Warms up: the just-in-time compiler replaces its first, quick code.
ask 5 >/dev/null

printf '%5s %9s %9s %9s %8s %8s %8s %8s %8s %7s\n' round exchanges requests req/s 'p50 µs' 'p90 µs' 'p99 µs' 'p99.9 µs' 'max µs' failed
failures=0
total=0
round() {
  local before after requests rate failed p50 p90 p99 p999 max
  before=$(version)
  write_for_ever "$3" &
  writer=$!
  read -r requests rate failed p50 p90 p99 p999 max < <(ask "$seconds")
  kill "$writer"
  wait "$writer" 2>/dev/null || true
  writer=

  # The last file that was written may still rest.
  sleep 1
  after=$(version)
  printf '%5s %9s %9s %9s %8s %8s %8s %8s %8s %7s\n' "$1" $((after - before)) "$requests" "$rate" "$p50" "$p90" "$p99" "$p999" "$max" "$failed"
  echo "$rate $p50 $p90 $p99 $p999" >>"$folder/rounds-$2"
  failures=$((failures + failed))
  total=$((total + requests))
}

for pair in $(seq "$pairs"); do
  round "$pair" without "$folder/unwatched"
  round "$pair" with "$folder/iris.safetensors"
done

median() { cut -d' ' -f"$2" "$folder/rounds-$1" | sort -n | sed -n "$(((pairs + 1) / 2))p"; }
column=0
for name in req/s p50 p90 p99 p99.9; do
  column=$((column + 1))
  without=$(median without $column)
  with=$(median with $column)
  echo "median $name: $without without exchanges, $with with them, $(awk "BEGIN { printf \"%.2f\", $with / $without }") times"
done

exchanges=$(($(version) - 1))
health=$(curl -s "$address/health")
kill -TERM "$service"
status=0
wait "$service" || status=$?
service=
echo "$total requests, $exchanges exchanges, $failures failed; $health; exit code $status"
[ "$failures" -eq 0 ] && [ "$exchanges" -gt "$pairs" ] && [ "$health" = '{"status":"Healthy"}' ] && [ "$status" -eq 0 ]
