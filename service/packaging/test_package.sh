#!/usr/bin/env bash
# Does the Debian package do its work on a clean Debian 12? Builds, installs, uses, removes and purges it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
  cat <<'TEXT'
Usage: service/packaging/test_package.sh [--keep]

Builds the package into build/release/package, checks it with lintian, makes a clean Debian 12 of it in a folder
(debootstrap, with the mirror that this machine's apt uses), installs the package there with what it depends on,
imports, indexes and serves the demo catalogue, asks one match, does the same under a systemd of its own (systemd-nspawn,
without a network), removes and purges. Needs root. Starts no service of this machine; serves on a free port of 127.0.0.1.

  --keep   keep the clean Debian for the next run, instead of making it anew
  --help   this text
TEXT
}

keeps=no
case "${1:-}" in
  "") ;;
  --keep) keeps=yes ;;
  --help | -h) usage; exit 0 ;;
  *) echo "test_package: unknown option '$1'" >&2; usage >&2; exit 2 ;;
esac
if [ "$(id -u)" -ne 0 ]; then
  echo "test_package: run it as root; debootstrap and chroot need that." >&2
  exit 1
fi

base=build/clean_debian
scratch=$(mktemp -d)
root=$scratch/debian
server=
clean_up() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf --one-file-system "$scratch"
  [ "$keeps" = yes ] || rm -rf --one-file-system "$base"
}
trap clean_up EXIT

# say WORDS: a step begins; the time since the start stands before it.
say() { printf '%5d s  %s\n' "$SECONDS" "$*"; }

fail() {
  echo "test_package: $*" >&2
  exit 1
}

# Before a command: it runs in the clean Debian, as the service's user and in its folder. It becomes the command itself,
# so that a signal reaches it.
as_kring=(chroot --userspec=kring:kring "$root" sh -c 'cd /var/lib/kring && exec "$@"' sh)

in_root() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }

build_package() {
  [ -f build/release/build.ninja ] || cmake --preset release >/dev/null
  rm -rf build/release/package
  cmake --build --preset release --target kring_package >"$scratch/build.log" 2>&1 ||
    { tail -n 40 "$scratch/build.log" >&2; fail "the package does not build."; }
  package=$(ls build/release/package/*.deb)
}

make_debian() {
  [ ! -d "$base" ] || return 0
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' 'Label: Debian' | head -n 1)
  [ -n "$mirror" ] || fail "apt knows no mirror of Debian 12 here."
  debootstrap --variant=minbase bookworm "$base.new" "$mirror" >"$scratch/debootstrap.log" 2>&1 ||
    { tail -n 20 "$scratch/debootstrap.log" >&2; fail "debootstrap failed."; }
  mv "$base.new" "$base"
}

install_package() {
  cp --archive "$base" "$root"
  cp "$package" "$root/tmp/kring.deb"
  mkdir "$root/tmp/demo"
  cp -r catalog/demo/places.csv catalog/demo/nijmegen "$root/tmp/demo/"
  { in_root apt-get update -qq && in_root apt-get install -y -qq --no-install-recommends /tmp/kring.deb; } \
    >"$scratch/install.log" 2>&1 || { tail -n 20 "$scratch/install.log" >&2; fail "the package does not install."; }
  in_root dpkg --audit
  [ "$(in_root stat -c %U:%a /var/lib/kring)" = kring:750 ] || fail "/var/lib/kring is not the user's own."
}

fill_catalogue() {
  "${as_kring[@]}" kring places import --catalog kring.db /tmp/demo/places.csv >/dev/null
  "${as_kring[@]}" kring import --catalog kring.db --source nijmegen /tmp/demo/nijmegen/services.ndjson >/dev/null
  "${as_kring[@]}" kring index --catalog kring.db --index kring.index >/dev/null
}

serve_one_match() {
  "${as_kring[@]}" kring serve --config /etc/kring/kring.toml --check-config >/dev/null || fail "the shipped configuration has faults."
  KRING_LISTEN=127.0.0.1:0 "${as_kring[@]}" kring serve --config /etc/kring/kring.toml >"$scratch/serve.out" 2>"$scratch/serve.log" &
  server=$!
  for _ in $(seq 100); do
    grep -q http: "$scratch/serve.out" && break
    sleep 0.1
  done
  local address
  address=$(grep -o 'http://[0-9.:]*' "$scratch/serve.out") || { cat "$scratch/serve.log" >&2; fail "it does not serve."; }
  curl --silent --fail --retry 20 --retry-delay 1 "$address/health/ready" >/dev/null || fail "it does not become ready."
  curl --silent --show-error --fail --header 'Content-Type: application/json' \
    --data-binary @tests/judged/nijmegen/profiles/21-ontslag-psychose-klarendal.json "$address/v1/matches" >"$scratch/answer.json"
  python3 - "$scratch/answer.json" <<'PYTHON' || fail "the match has no answer."
import json, sys
answer = json.load(open(sys.argv[1], encoding="utf-8"))
print(f"         {len(answer['matches'])} matches, {len(answer['portfolio'])} in the portfolio")
sys.exit(not 3 <= len(answer["portfolio"]) <= 5)
PYTHON
  curl --silent --show-error --fail --header 'Content-Type: application/json' --header 'Accept: application/pdf' \
    --data-binary '{"profile": {"person": {"postcode": "6822"}, "needs": [{"concept": "meet_games_hobby"}]}}' \
    "$address/v1/plans" >"$scratch/plan.pdf"
  [ "$(head -c 5 "$scratch/plan.pdf")" = %PDF- ] || fail "a plan is no PDF."
  kill "$server"
  wait "$server" || fail "it does not stop in order."
  server=
}

serve_under_systemd() {
  cp tests/judged/nijmegen/profiles/21-ontslag-psychose-klarendal.json catalog/demo/nijmegen/services.ndjson "$root/srv/"
  install -m 755 /dev/stdin "$root/srv/trial" <<'TRIAL'
#!/bin/bash
# Does the unit start, answer, reload and stop, shut off as it says, while an import writes beside it?
set -xeuo pipefail
exec >/srv/trial.log 2>&1

# answers METHOD PATH [FILE]: the service says 200.
answers() {
  exec 3<>/dev/tcp/127.0.0.1/8080
  {
    printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n' "$1" "$2"
    [ $# -lt 3 ] || printf 'Content-Type: application/json\r\nContent-Length: %d\r\n' "$(stat -c %s "$3")"
    printf '\r\n'
    [ $# -lt 3 ] || cat "$3"
  } >&3
  head -n 1 <&3 | grep ' 200 '
}

systemctl is-enabled kring
systemctl start kring
for _ in $(seq 50); do
  ! answers GET /health/ready || break
  sleep 0.2
done
answers POST /v1/matches /srv/21-ontslag-psychose-klarendal.json
systemd-analyze security --no-pager --threshold=20 kring | tail -n 1
systemctl reload kring
cd /var/lib/kring
runuser -u kring -- kring import --catalog kring.db --source nijmegen /srv/services.ndjson
answers POST /v1/matches /srv/21-ontslag-psychose-klarendal.json
systemctl stop kring
[ "$(systemctl show --value --property Result kring)" = success ]
TRIAL
  timeout 120 systemd-nspawn --quiet --register=no --keep-unit --private-network --console=pipe --boot --directory="$root" \
    systemd.run=/srv/trial systemd.show_status=no </dev/null >"$scratch/boot.log" 2>&1 ||
    { tail -n 20 "$scratch/boot.log" "$root/srv/trial.log" >&2; fail "the service does not do its work under systemd."; }
  grep -o 'Overall exposure level.*: [0-9.]*' "$root/srv/trial.log" | sed 's/^/         /'
}

remove_and_purge() {
  echo '# changed by hand' >>"$root/etc/kring/kring.toml"
  in_root apt-get remove -y -qq kring >/dev/null 2>&1
  [ ! -e "$root/usr/bin/kring" ] || fail "the program is still there after removal."
  grep -q 'changed by hand' "$root/etc/kring/kring.toml" || fail "removal lost the configuration."
  in_root apt-get purge -y -qq kring >"$scratch/purge.log" 2>&1
  [ ! -e "$root/etc/kring" ] || fail "the configuration is still there after a purge."
  [ ! -e "$root/var/lib/kring/kring.index" ] || fail "the index is still there after a purge."
  [ -s "$root/var/lib/kring/kring.db" ] || fail "the purge lost the catalogue."
  grep -q 'De catalogus staat nog' "$scratch/purge.log" || fail "the purge does not say where the catalogue is."
  local left
  left=$(cd "$root" && find . -xdev -path ./tmp -prune -o -name '*kring*' ! -path ./var/lib/kring ! -name 'kring.db*' -print)
  [ -z "$left" ] || fail "the purge leaves ${left//$'\n'/ }."
}

say "package"
build_package
say "lintian $(basename "$package"), $(du -k "$package" | cut -f 1) KiB"
lintian --fail-on error,warning --tag-display-limit 0 "$package"
say "clean Debian 12"
make_debian
say "install"
install_package
say "import and index"
fill_catalogue
say "serve and match"
serve_one_match
say "serve under systemd"
serve_under_systemd
say "remove and purge"
remove_and_purge
say "the package does its work"
