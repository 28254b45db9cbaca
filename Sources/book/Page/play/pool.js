// What Sources/Queueing/Pool.swift computes. Times are milliseconds; a test compares the results.
const Pool = (() => {
  /** The steps of one request: work, a wait, and work again. */
  const page = (work, wait) =>
    [{ name: "begin", kind: "work", ms: work }, { name: "wait", kind: "wait", ms: wait }, { name: "end", kind: "work", ms: work }];

  /** What a request does on a core without a break, and the wait behind it. */
  function bursts(steps, keeps, hasCoreEach) {
    const list = [{ steps: [], ms: 0, takes: true, frees: true }];
    for (const step of steps) {
      const last = list.at(-1);
      const isKept = step.kind === "work" || keeps(step);
      if (step.kind === "work" || (isKept && hasCoreEach)) {
        last.steps.push(step);
        last.ms += step.ms;
      } else {
        Object.assign(last, { wait: step.ms, frees: !isKept });
        list.push({ steps: [], ms: 0, takes: !isKept, frees: true });
      }
    }
    return list;
  }

  /** Serves requests on workers that share cores, first come, first served: the lanes, and when each was answered (Pool.swift). */
  function serve(requests, { workers = Infinity, cores = 1, keeps = () => true }) {
    const hasCoreEach = workers <= cores;
    const clients = requests.map((request) => ({ list: bursts(request.steps, keeps, hasCoreEach), at: 0, spans: [], end: request.arrival ?? 0 }));
    const free = Array.from({ length: hasCoreEach ? workers : cores }, () => 0);
    let idle = hasCoreEach || workers === Infinity ? null : workers;
    const line = [];
    const agenda = [];
    let order = 0;
    const add = (time, client, burst) => agenda.push({ time, order: order++, client, burst });
    const earliest = () => agenda.reduce((a, b) => (b.time < a.time || (b.time === a.time && b.order < a.order) ? b : a));

    function span(client, kind, end) {
      if (end > client.end) client.spans.push({ kind, start: client.end, end });
      client.end = Math.max(client.end, end);
    }
    function begin(client, ready) {
      const burst = client.list[client.at];
      const core = free.indexOf(Math.min(...free));
      const start = Math.max(ready, free[core]);
      span(client, "queue", start);
      let end = start;
      for (const step of burst.steps) span(client, step.kind === "work" ? "work" : "block", (end += step.ms));
      free[core] = end;
      if (idle !== null) add(end, client, burst);
      if (burst.wait === undefined) return;
      span(client, burst.frees ? "wait" : "block", end + burst.wait);
      client.at += 1;
      add(end + burst.wait, client);
    }
    function comes({ time, client }) {
      if (!client.list[client.at].takes || idle === null) return begin(client, time);
      if (idle > 0) { idle -= 1; begin(client, time); } else line.push(client);
    }
    function leaves({ time, burst }) {
      if (!burst.frees) return;
      if (line.length) begin(line.shift(), time); else idle += 1;
    }

    for (const client of [...clients].sort((a, b) => a.end - b.end)) add(client.end, client);
    while (agenda.length) {
      const next = earliest();
      agenda.splice(agenda.indexOf(next), 1);
      (next.burst ? leaves : comes)(next);
    }
    return clients.map(({ spans, end }, index) => ({ label: requests[index].label, spans, end, ms: end - (requests[index].arrival ?? 0) }));
  }

  return { page, serve };
})();
