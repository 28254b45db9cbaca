// Users on a server: what the closed loop of Sources/Queueing settles to.
/** Users who ask again at once: answers a second, mean response time in ms, and how many users it takes until they only wait longer. */
function crowd(users, work, wait, threads = Infinity) {
  const most = Math.min(1 / work, threads / (work + wait));
  const rate = Math.min(users / (work + wait), most);
  return { rate: 1000 * rate, response: users / rate, knee: most * (work + wait) };
}

Stage.show("crowd", (stage, width) => {
  const values = Stage.knobs(stage, [
    { name: "users", text: "users", value: 20, min: 1, max: 400 },
    { name: "work", text: "work of a page", value: 2, min: 0.5, max: 20, step: 0.5, unit: " ms" },
    { name: "wait", text: "wait of a page", value: 98, min: 0, max: 400, step: 2, unit: " ms" },
    { name: "server", text: "server", value: "loop", options: [["loop", "one event loop"], ["threads", "threads that block"]] },
    { name: "threads", text: "threads", value: 8, min: 1, max: 100 },
  ], () => show());
  const [rate, response, said] = [make("div"), make("div"), make("p", { role: "status" })];
  stage.append(rate, response, said);
  const show = () => {
    const { users, work, wait, server, threads } = values;
    stage.querySelector("[name=threads]").disabled = server !== "threads";
    const at = (users) => crowd(users, work, wait, server === "threads" ? threads : Infinity);
    const here = at(users);
    const end = Math.max(users, Math.ceil(here.knee * 2), 10);
    const xs = [...Array.from({ length: 80 }, (_, index) => 1 + ((end - 1) * index) / 79), here.knee].sort((a, b) => a - b).filter((users) => users >= 1);
    rate.replaceChildren(Stage.curve(xs.map((users) => [users, at(users).rate]), [users, here.rate], "answers a second", "users", width()));
    response.replaceChildren(Stage.curve(xs.map((users) => [users, at(users).response]), [users, here.response], "mean response time, ms", "users", width()));
    said.textContent = `Little's law: ${Stage.number(here.rate)} answers a second × ${Stage.number(here.response)} ms = ${users} users. The knee is at ${Stage.number(here.knee)} users: beyond it, more users only wait longer.`;
  };
  return show;
});
