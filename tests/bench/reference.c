/*
 * The limit that the fan-out is held against: a server that does nothing but one write() per screen.
 * Standard input: 'F' and a 32-bit length (little endian) and that many bytes: write them to every screen;
 * 'U': print the CPU time used so far in microseconds and the resident memory in kilobytes.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 20000
static int screens[MOST];
static int count = 0;
static char frame[1 << 20];

static void read_all(char *to, size_t length) {
  for (size_t done = 0; done < length;) {
    ssize_t got = read(0, to + done, length - done);
    if (got <= 0) exit(0);
    done += (size_t)got;
  }
}

static void broadcast(void) {
  uint32_t length;
  read_all((char *)&length, sizeof length);
  if (length > sizeof frame) exit(1);
  read_all(frame, length);
  for (int each = 0; each < count; each += 1) {
    for (size_t done = 0; done < length;) {
      ssize_t sent = write(screens[each], frame + done, length - done);
      if (sent <= 0) exit(1);
      done += (size_t)sent;
    }
  }
}

static void usage(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  long long micros = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000LL + used.ru_utime.tv_usec + used.ru_stime.tv_usec;
  long pages = 0, resident = 0;
  FILE *statm = fopen("/proc/self/statm", "r");
  if (statm) {
    if (fscanf(statm, "%ld %ld", &pages, &resident) != 2) resident = 0;
    fclose(statm);
  }
  printf("U %lld %ld\n", micros, resident * (sysconf(_SC_PAGESIZE) / 1024));
  fflush(stdout);
}

static void welcome(int listener) {
  static const char answer[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
  char request[4096];
  int screen = accept(listener, NULL, NULL), on = 1;
  if (screen < 0 || count == MOST) exit(1);
  setsockopt(screen, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (read(screen, request, sizeof request) <= 0 || write(screen, answer, sizeof answer - 1) < 0) exit(1);
  screens[count++] = screen;
}

int main(void) {
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 4096)) return 1;
  getsockname(listener, (struct sockaddr *)&address, &size);
  printf("P %d\n", ntohs(address.sin_port));
  fflush(stdout);
  struct pollfd waiting[2] = {{0, POLLIN, 0}, {listener, POLLIN, 0}};
  for (;;) {
    if (poll(waiting, 2, -1) < 0) return 1;
    if (waiting[1].revents) welcome(listener);
    if (!waiting[0].revents) continue;
    char command;
    read_all(&command, 1);
    if (command == 'F') broadcast();
    else usage();
  }
}
