// A page that computes a little and waits long, from Node's own HTTP server: node page.js COMPUTE_MS WAIT_MS
// It says its port, and serves until its input ends.

const http = require("node:http");
const { setTimeout: sleep } = require("node:timers/promises");

const [compute, wait] = process.argv.slice(2).map(Number);

function work(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const server = http.createServer(async (request, response) => {
  work(compute / 2);
  await sleep(wait);
  work(compute / 2);
  response.end("Hello!\n");
});

server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => {
  console.log(`${server.address().port} ${process.versions.node}`);
});

process.stdin.on("end", () => process.exit()).resume();
