#!/bin/sh
# Starts the screen's browser when the server answers, or at once when this player has played before and keeps the page.
# Waiting matters: Chromium's own error page tries again after 1 s, 5 s, 30 s, 1 min and so on up to 30 min, and not at
# all after an answer such as 502.
set -eu
URL="${PACEBOARD_URL:?the address of the display page, such as https://paceboard.example:8443/display/}"
PROFILE="${PACEBOARD_PROFILE:-$HOME/paceboard-screen}"
PIN="${PACEBOARD_PIN:-}"
BROWSER="${PACEBOARD_BROWSER:-chromium}"

# Only over https, on localhost or with PACEBOARD_TREAT_AS_SECURE is the page kept for a start without the server.
keeps_page() {
  case "$URL" in
    https://* | http://localhost[:/]* | http://127.0.0.1[:/]*) ;;
    *) [ -n "${PACEBOARD_TREAT_AS_SECURE:-}" ] || return 1 ;;
  esac
  [ -n "$(ls -A "$PROFILE/Default/Service Worker/CacheStorage" 2>/dev/null)" ]
}

# Whether this very certificate may be trusted is the browser's to decide: -k only asks whether anybody is there.
until keeps_page || curl -ksf -o /dev/null --max-time 5 "$URL"; do
  sleep 2
done

# A browser that was killed asks whether to restore its pages: it was not killed, then.
PREFERENCES="$PROFILE/Default/Preferences"
if [ -f "$PREFERENCES" ]; then
  sed -i 's/"exited_cleanly":false/"exited_cleanly":true/; s/"exit_type":"[A-Za-z]*"/"exit_type":"Normal"/' "$PREFERENCES"
fi

set -- --kiosk --user-data-dir="$PROFILE" --no-first-run --noerrdialogs --password-store=basic \
  --force-device-scale-factor=1 --autoplay-policy=no-user-gesture-required \
  --disable-session-crashed-bubble --disable-translate --disable-component-update --disable-background-networking \
  --disable-sync --disable-background-timer-throttling --disable-renderer-backgrounding \
  --disable-backgrounding-occluded-windows --disable-pinch --overscroll-history-navigation=0
# A player with 2 GB or less keeps 64 MB of decoded photos instead of up to 512.
[ -z "${PACEBOARD_SMALL:-}" ] || set -- "$@" --enable-low-end-device-mode
[ -z "$PIN" ] || set -- "$@" --ignore-certificate-errors-spki-list="$PIN"
[ -z "${PACEBOARD_TREAT_AS_SECURE:-}" ] ||
  set -- "$@" --unsafely-treat-insecure-origin-as-secure="$PACEBOARD_TREAT_AS_SECURE"
exec "$BROWSER" "$@" "$URL"
