#!/bin/sh
# Brings a fresh checkout to the point where Node 24 can run it, then runs one command.
#   sh scripts/run.sh demo|start|public|test|check|build|release|release-check|verifier|bench|generate|drill NAME|prepare  [arguments]
# Works as root and as an ordinary user; needs Node >= 20 and npm; safe to run again.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

stop() {
  echo "$1" >&2
  exit 1
}

check_machine() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
    stop '没有找到 Node.js 或 npm。请先安装 Node.js 20 或更高版本(Debian:apt-get install nodejs npm)。'
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || stop "Node.js 版本过低($(node -v)),至少需要 20。请升级后重试。"
}

# Two starts at once must not install or build into each other.
lock() {
  [ -d var ] || mkdir -m 711 var
  if command -v flock >/dev/null 2>&1; then
    exec 9>var/prepare.lock
    flock 9
  fi
}

unlock() {
  exec 9>&-
}

# No package of ours needs its install script, so none is run: the only ones that have any are the
# database binaries, whose links src/storage/server/binaries.ts makes.
install_packages() {
  if node scripts/packages-match.mjs; then return 0; fi
  echo '正在安装程序包(首次运行需要几分钟)……' >&2
  npm ci --ignore-scripts --include=optional --include=dev --no-audit --no-fund --loglevel=error >&2 ||
    stop '程序包安装失败。请检查网络或 npm 镜像设置后重试。'
}

find_node() {
  for candidate in "$root/node_modules/.bin/node" node; do
    version=$("$candidate" -p 'process.versions.node.split(".")[0]' 2>/dev/null) || continue
    if [ "$version" -ge 24 ]; then
      NODE=$candidate
      return 0
    fi
  done
  stop '没有可用的 Node 24。请在 64 位 x86 Linux 上运行,或自行安装 Node.js 24 后重试。'
}

# The pages are built again only when something they are made from has changed.
build_web() {
  [ -f vite.config.ts ] || return 0
  now=$(find src/web src/domain vite.config.ts package-lock.json -type f | LC_ALL=C sort |
    xargs sha256sum | sha256sum)
  if [ "$now" = "$(cat dist/web/.built-from 2>/dev/null || true)" ] && [ "${1:-}" != always ]; then return 0; fi
  echo '正在生成网页……' >&2
  fresh="dist/web.$$"
  "$NODE" node_modules/vite/bin/vite.js build --outDir "$root/$fresh" --emptyOutDir --logLevel warn >&2 || {
    rm -rf "$fresh"
    stop '网页生成失败。请把上面的内容交给维护人员。'
  }
  echo "$now" >"$fresh/.built-from"
  rm -rf dist/web
  mv "$fresh" dist/web
}

command=${1:-}
[ $# -eq 0 ] || shift

check_machine
lock
install_packages
find_node
PATH="$root/node_modules/.bin:$PATH"
export PATH
# Modules are compiled once, not at every start.
NODE_COMPILE_CACHE="$root/node_modules/.cache/node"
export NODE_COMPILE_CACHE
case $command in
  demo | start | test | bench | drill | release) build_web ;;
  build) build_web always ;;
esac
unlock

case $command in
  demo) exec "$NODE" src/cli/cli.ts demo "$@" ;;
  public) exec "$NODE" src/cli/cli.ts public "$@" ;;
  start) exec "$NODE" src/server/main.ts "$@" ;;
  test) exec "$NODE" scripts/test/run.ts "$@" ;;
  check) exec "$NODE" scripts/test/run.ts --only=types,style,unit "$@" ;;
  bench)
    # `bench NAME` runs bench/NAME.ts; without a name, the product beside the floor.
    name=bench
    if [ -n "${1:-}" ] && [ -f "bench/$1.ts" ]; then
      name=$1
      shift
    fi
    exec "$NODE" "bench/$name.ts" "$@"
    ;;
  release)
    "$NODE" scripts/release/build-release.ts
    exec "$NODE" scripts/release/check/check-release.ts "$@"
    ;;
  release-check) exec "$NODE" scripts/release/check/check-release.ts "$@" ;;
  generate) for step in contents rule-cases rules-page openapi; do "$NODE" "scripts/generate-$step.ts"; done ;;
  drill)
    name=${1:-}
    [ -n "$name" ] && [ -f "drills/$name.ts" ] || stop "没有这个演练:$name。可用:$(cd drills && ls ./*.ts | sed 's|./||;s|\.ts||' | tr '\n' ' ')"
    shift
    exec "$NODE" "drills/$name.ts" "$@"
    ;;
  verifier) exec "$NODE" scripts/build-verifier.ts "$@" ;;
  build | prepare) ;;
  *) stop '用法:sh scripts/run.sh demo|start|public|test|check|build|release|release-check|verifier|bench|generate|drill|prepare' ;;
esac
