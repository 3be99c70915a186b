# Starts the screen's browser when the server answers, and again whenever it ends. Run it at sign-in with the task scheduler:
#   powershell -ExecutionPolicy Bypass -WindowStyle Hidden -File C:\paceboard\start-screen.ps1
$url = 'https://paceboard.example:8443/display/'
$folder = 'C:\paceboard\profile'
$pin = ''
$browser = "$env:ProgramFiles\Google\Chrome\Application\chrome.exe"

$arguments = @(
  '--kiosk', "--user-data-dir=$folder", '--no-first-run', '--noerrdialogs', '--force-device-scale-factor=1',
  '--autoplay-policy=no-user-gesture-required', '--disable-session-crashed-bubble',
  '--disable-component-update', '--disable-background-networking', '--disable-sync',
  '--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'
)
if ($pin) { $arguments += "--ignore-certificate-errors-spki-list=$pin" }
$uri = [Uri]$url

# Only over https or on this machine is the page kept for a start without the server.
function Test-KeptPage {
  if ($uri.Scheme -ne 'https' -and -not $uri.IsLoopback) { return $false }
  Test-Path "$folder\Default\Service Worker\CacheStorage\*"
}

# Whether anybody listens; whether the certificate may be trusted is the browser's to decide.
function Test-Server {
  $client = New-Object Net.Sockets.TcpClient
  try { $client.ConnectAsync($uri.Host, $uri.Port).Wait(5000) -and $client.Connected } catch { $false } finally { $client.Dispose() }
}

while ($true) {
  while (-not (Test-KeptPage) -and -not (Test-Server)) { Start-Sleep -Seconds 2 }
  Start-Process -FilePath $browser -ArgumentList ($arguments + $url) -Wait
  Start-Sleep -Seconds 5
}
