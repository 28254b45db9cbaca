// Requests one after another, and on a server of the reader's choice.
const servers = { await: { workers: 1, keeps: () => false }, block: { workers: 1 }, threads: {} };

Stage.show("timelines", (stage, width) => {
  const values = Stage.knobs(stage, [
    { name: "count", text: "requests", value: 4, min: 1, max: 6 },
    { name: "work", text: "work, before and after", value: 10, min: 0, max: 60, unit: " ms" },
    { name: "wait", text: "wait", value: 100, min: 0, max: 400, step: 5, unit: " ms" },
    { name: "lastWait", text: "wait of the last one", value: 100, min: 0, max: 400, step: 5, unit: " ms" },
    { name: "server", text: "server", value: "await",
      options: [["await", "one thread, awaiting"], ["block", "one thread, blocking"], ["threads", "a thread each, on one core"]] },
  ], () => show());
  const [before, after, said] = [make("div"), make("div"), make("p", { role: "status" })];
  stage.append(
    make("h4", { textContent: "One after another" }), before,
    make("h4", { textContent: "On the server that you chose" }), after, said);
  const show = () => {
    const { count, work, wait, lastWait, server } = values;
    const requests = Array.from({ length: count }, (_, index) => ({
      label: `request ${index + 1}`, steps: Pool.page(work, index + 1 < count ? wait : lastWait),
    }));
    const [serial, chosen] = [Pool.serve(requests, servers.block), Pool.serve(requests, servers[server])];
    const end = Math.max(1, ...serial.map((lane) => lane.end));
    before.replaceChildren(Stage.timeline(serial, end, width()));
    after.replaceChildren(Stage.timeline(chosen, end, width()));
    const mean = (lanes) => Stage.number(lanes.reduce((sum, lane) => sum + lane.ms, 0) / lanes.length);
    const last = (lanes) => Stage.number(Math.max(...lanes.map((lane) => lane.end)));
    said.textContent =
      `Mean response time: ${mean(serial)} ms one after another, ${mean(chosen)} ms on this server. ` +
      `All are answered after ${last(serial)} ms there, and after ${last(chosen)} ms here.`;
  };
  return show;
});
