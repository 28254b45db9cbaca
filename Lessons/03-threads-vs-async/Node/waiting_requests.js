// Keeps many requests waiting at once, each as a promise on Node's one thread: node waiting_requests.js COUNT SECONDS

const sleep = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

async function main(count, seconds) {
  const before = process.memoryUsage().rss;
  const begin = performance.now();
  let waiting = 0;
  const request = async () => {
    waiting += 1;
    await sleep(seconds);
    waiting -= 1;
  };
  const requests = Array.from({ length: count }, request);
  const resident = process.memoryUsage().rss - before;
  const made = (performance.now() - begin) / 1000;
  const atOnce = waiting;
  await Promise.all(requests);
  const wall = (performance.now() - begin) / 1000;
  console.log(JSON.stringify({ waiting: atOnce, resident, made, wall, version: process.versions.node }));
}

main(Number(process.argv[2]), Number(process.argv[3]));
