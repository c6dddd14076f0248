#!/usr/bin/env bash
# Runs the networks of tests/Mlp.PlatformProbe where this machine is not, and compares what they compute with what they compute here: on Arm64, under
# Debian's qemu, and as WebAssembly, in Node. Nothing is installed; what is needed is unpacked into artifacts/platforms.
# usage: eng/platforms.sh [arm64] [wasm]   both by default
# Exit code 3: something was computed otherwise there. Any other but 0: it could not be tried.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/artifacts/platforms
probe=$root/tests/Mlp.PlatformProbe
quiet=(-c Release -nologo -v:quiet -tl:off)
if [ $# -eq 0 ]; then
  set -- arm64 wasm
fi
mkdir -p "$work"

# Debian's packages, unpacked: an emulator, and the libraries that .NET itself stands on.
arm64() {
  if [ ! -x "$work/qemu/usr/bin/qemu-aarch64-static" ]; then
    mkdir -p "$work/packages"
    (cd "$work/packages" && apt-get download qemu-user-static libc6-arm64-cross libstdc++6-arm64-cross libgcc-s1-arm64-cross)
    for package in "$work"/packages/*.deb; do
      dpkg -x "$package" "$work/qemu"
    done
  fi
  dotnet publish "$probe" "${quiet[@]}" -r linux-arm64 --self-contained -p:PublishAot=false -o "$work/arm64"
  "$work/qemu/usr/bin/qemu-aarch64-static" -L "$work/qemu/usr/aarch64-linux-gnu" "$work/arm64/Mlp.PlatformProbe" >"$work/arm64.txt"
}

# The same sources as a project for WebAssembly, and the few lines that start it.
wasm() {
  mkdir -p "$work/wasm"
  cat >"$work/wasm/Mlp.PlatformProbe.Wasm.csproj" <<EOF
<Project Sdk="Microsoft.NET.Sdk.WebAssembly">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <InvariantGlobalization>true</InvariantGlobalization>
    <WasmMainJSPath>main.mjs</WasmMainJSPath>
    <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
    <RunAnalyzers>false</RunAnalyzers>
  </PropertyGroup>
  <ItemGroup>
    <Compile Include="$probe/*.cs" />
    <ProjectReference Include="$root/src/Mlp.Generator/Mlp.Generator.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
    <ProjectReference Include="$root/src/Mlp.Runtime/Mlp.Runtime.csproj" />
  </ItemGroup>
  <Import Project="$probe/Sources.props" />
  <Import Project="$root/src/Mlp.Build/InThisRepository.targets" />
</Project>
EOF
  cat >"$work/wasm/main.mjs" <<'EOF'
import { dotnet } from './_framework/dotnet.js';
await dotnet.withDiagnosticTracing(false).run();
EOF
  dotnet publish "$work/wasm" "${quiet[@]}" -o "$work/wasm/published"
  (cd "$work/wasm/published/wwwroot" && cp -n "$work/wasm/main.mjs" . && node main.mjs) >"$work/wasm.txt"
}

# What leaves the JIT here the vectors of the platform, where this machine is x64.
declare -A alike=([arm64]=DOTNET_PreferredVectorBitWidth=128 [wasm]=DOTNET_EnableAVX2=0)
dotnet build "$probe" "${quiet[@]}"

# Deterministic networks have the recorded bits, and a crowd with one does what it does here, bit for bit. The others line by line: the same name, and first values that are near. Equal hashes are counted: sums may have other orders, and products other roundings.
readonly differs=3
status=0
for platform in "$@"; do
  env "${alike[$platform]}" dotnet "$probe/bin/Release/net10.0/Mlp.PlatformProbe.dll" >"$work/here.txt"
  "$platform"
  if sed -n 's/^lockstep: //p' "$work/$platform.txt" | diff - "$root/tests/Mlp.Lockstep/hashes.txt"; then
    echo "$platform: deterministic networks have the bits that were recorded"
  else
    status=$differs
  fi
  awk -F ': | / ' -v platform="$platform" -v alike="${alike[$platform]}" '
    $1 == "lockstep" { next }
    NR == FNR { hash[$1] = $2; values[$1] = $3; next }
    !($1 in hash) { print platform ": nothing to compare with: " $1; bad = 1; next }
    FNR <= 3 { if ($1 == "vectors") print platform ": " $2; else if ($2 != hash[$1]) { print platform ": other kinds"; bad = 1 } next }
    {
      lines++
      if ($2 == hash[$1]) { equal++; next }
      if ($1 ~ /^crowd, /) { print platform ": other bits: " $1; bad = 1; next }
      count = split($3, there, " ")
      if (count != split(values[$1], here, " ")) { print platform ": other values: " $1; bad = 1; next }
      for (i = 1; i <= count; i++) {
        difference = there[i] - here[i]; size = here[i] < 0 ? -here[i] : here[i]
        if (there[i] !~ /^-?[0-9]/ || !(difference <= 1e-4 * (1 + size) && -difference <= 1e-4 * (1 + size))) { print platform ": too far: " $1 ": " there[i] " and not " here[i]; bad = 1 }
      }
    }
    END {
      printf "%s: %d lines, %d of them bit for bit as here with " alike "\n", platform, lines, equal
      exit bad || lines < 70
    }' "$work/here.txt" "$work/$platform.txt" || status=$differs
done
exit "$status"
