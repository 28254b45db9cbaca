// Amdahl's law, and two kinds of work.
/** How many times as fast a job gets of which a share is spread over cores (Amdahl's law). */
const speedUp = (share, cores) => 1 / (1 - share + share / cores);

Stage.show("amdahl", (stage, width) => {
  const values = Stage.knobs(stage, [
    { name: "share", text: "share that can be spread", value: 80, min: 0, max: 99, unit: " %" },
    { name: "cores", text: "cores", value: 4, min: 1, max: 64 },
    { name: "work", text: "each of 8 pieces computes", value: 20, min: 0, max: 50, unit: " ms" },
    { name: "wait", text: "and waits", value: 20, min: 0, max: 50, unit: " ms" },
  ], () => show());
  const [law, said, ways] = [make("div"), make("p", { role: "status" }), make("div")];
  stage.append(law, said, make("h4", { textContent: "Two kinds of work: when all 8 pieces are done" }), ways);
  const show = () => {
    const { share, cores, work, wait } = values;
    const speed = speedUp(share / 100, cores);
    law.replaceChildren(Stage.curve(Array.from({ length: 64 }, (_, index) => [index + 1, speedUp(share / 100, index + 1)]), [cores, speed], "times as fast", "cores", width()));
    said.textContent = `With ${cores} ${cores === 1 ? "core" : "cores"} it is ${Stage.number(speed)} times as fast; with any number of cores never more than ${Stage.number(1 / (1 - share / 100))} times.`;
    const pieces = Array.from({ length: 8 }, () => ({ steps: [{ kind: "work", ms: work }, { kind: "wait", ms: wait }] }));
    const end = (server) => Math.max(...Pool.serve(pieces, server).map((lane) => lane.end));
    const lanes = [["one thread", { workers: 1 }], ["event loop", { workers: 1, keeps: () => false }], ["threads, GIL", {}], ["threads", { cores }]].map(([label, server]) => {
      const ms = end(server);
      return { label, ms, spans: [{ kind: "bar", start: 0, end: ms }] };
    });
    ways.replaceChildren(Stage.timeline(lanes, Math.max(1, lanes[0].ms), width()));
  };
  return show;
});
