#!/usr/bin/env bash
# S3 behind CloudFront:  hosts/s3.sh web/dist s3://bucket/partner-check
# CloudFront compresses by itself, and adds headers by a response headers policy: let it send
# "Content-Security-Policy: frame-ancestors 'self'" and "X-Content-Type-Options: nosniff".
set -euo pipefail

from=${1:?the folder of the files}
to=${2:?the address of the bucket, s3://…}
names_hold_a_hash='public, max-age=31536000, immutable'

# put CACHE_CONTROL FILTER…
put() {
  local cache=$1
  shift
  aws s3 cp --recursive "$from" "$to" --cache-control "$cache" --exclude '*' "$@"
}

# What pages need comes before the pages, and what went is removed last.
for folder in assets embed/assets; do
  put "$names_hold_a_hash" --content-type 'text/javascript; charset=utf-8' --include "$folder/*.js"
  put "$names_hold_a_hash" --content-type 'text/css; charset=utf-8' --include "$folder/*.css"
  put "$names_hold_a_hash" --content-type application/wasm --include "$folder/*.wasm"
done
put no-cache --content-type image/svg+xml --include '*.svg'
put no-cache --content-type image/png --include '*.png'
put no-cache --content-type application/manifest+json --include '*.webmanifest'
put no-cache --content-type 'text/plain; charset=utf-8' --include '*.txt'
put no-cache --content-type 'text/javascript; charset=utf-8' --include '*.js' --exclude 'assets/*' --exclude 'embed/assets/*'
put no-cache --content-type 'text/html; charset=utf-8' --include '*.html'
aws s3 sync --delete --size-only "$from" "$to" --exclude '*.br' --exclude '*.gz'
