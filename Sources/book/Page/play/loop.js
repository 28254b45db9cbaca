// The steps of an event loop, one at a time.

/** Every step of an event loop with one thread: what it does, and who is ready and who sleeps afterwards. */
function loopSteps(requests) {
  const tasks = requests.map((request) => ({ ...request, at: 0 }));
  const ready = [];
  let timers = tasks.map((task) => ({ time: task.arrival, task }));
  let clock = 0;
  const steps = [];
  // Among equal deadlines the sort leaves the order in which they were set.
  const sort = () => timers.sort((a, b) => a.time - b.time);
  const note = (kind, start, task, spans = []) => steps.push({
    kind, start, end: clock, who: task?.label, spans, ready: ready.map((task) => task.label),
    asleep: sort().map(({ time, task }) => ({ who: task.label, until: time })),
  });
  function run(task) {
    const spans = [];
    for (; task.at < task.steps.length; task.at += 1) {
      const { kind, ms, blocks } = task.steps[task.at];
      if (kind === "wait" && !blocks) {
        timers.push({ time: clock + ms, task });
        spans.push({ kind: "wait", start: clock, end: clock + ms });
        task.at += 1;
        break;
      }
      spans.push({ kind: blocks ? "block" : "work", start: clock, end: clock + ms });
      clock += ms;
    }
    return spans;
  }
  while (ready.length || timers.length) {
    const start = clock;
    const due = sort().filter((timer) => timer.time <= clock);
    if (due.length) {
      timers = timers.filter((timer) => timer.time > clock);
      ready.push(...due.map((timer) => timer.task));
      note("wake", start);
    } else if (ready.length) {
      const task = ready.shift();
      const spans = run(task);
      note("run", start, task, spans);
    } else {
      clock = timers[0].time;
      note("sleep", start);
    }
  }
  return steps;
}

Stage.show("loop", (stage, width) => {
  let [steps, at, end, names] = [[], 0, 1, []];
  const values = Stage.knobs(stage, [
    { name: "count", text: "purchases", value: 3, min: 1, max: 5 },
    { name: "every", text: "one arrives every", value: 0, min: 0, max: 40, unit: " ms" },
    { name: "charge", text: "the charge", value: "", options: [["", "is awaited"], ["blocks", "blocks"]] },
  ], () => begin());
  const heading = make("p", { className: "now" });
  heading.setAttribute("role", "status");
  const [lists, ask, bars] = [make("div", { className: "lists" }), make("div", { className: "who" }), make("div")];
  const [back, forth] = ["← Back", "Forward →"].map((text) => make("button", { type: "button", textContent: text }));
  const said = make("p", { className: "reply" });
  said.setAttribute("role", "status");
  stage.append(make("p", { className: "steps" }, back, " ", forth), heading, lists, ask, said, bars);

  const none = "none yet: the loop sleeps";
  const chip = (text) => make("span", { className: "chip", textContent: text });
  const list = (title, texts) => make("div", {}, make("h4", { textContent: title }), ...(texts.length ? texts.map(chip) : ["–"]));
  const doing = ({ kind, who, start, end }) => ({
    run: `From ${Stage.number(start)} to ${Stage.number(end)} ms the thread runs ${who}, until its next wait.`,
    wake: `At ${Stage.number(end)} ms: the tasks whose deadline has come are ready from now on.`,
    sleep: `No task is ready: the thread sleeps from ${Stage.number(start)} to ${Stage.number(end)} ms.`,
  })[kind];

  function question(step) {
    const next = steps.slice(at + 1).find((step) => step.kind !== "wake");
    if (!next) return [];
    const right = next.who ?? none;
    const why = step.ready.length ? "The ready queue is served in its order." : "The ready queue is empty, so the earliest deadline decides.";
    return [make("span", { textContent: "Who runs next?" }), ...[...names, none].map((name) => {
      const button = make("button", { type: "button", className: "plain", textContent: name });
      button.addEventListener("click", () => { said.textContent = `${name === right ? "Right" : `No, ${right}`}. ${why}`; });
      return button;
    })];
  }

  function show() {
    const step = steps[at];
    heading.textContent = `Step ${at + 1} of ${steps.length}. ${doing(step)}`;
    lists.replaceChildren(
      list("On the thread", step.kind === "run" ? [step.who] : []), list("Ready queue", step.ready),
      list("Asleep, earliest deadline first", step.asleep.map(({ who, until }) => `${who} until ${Stage.number(until)}`)));
    back.disabled = at === 0;
    forth.disabled = at === steps.length - 1;
    ask.replaceChildren(...question(step));
    const past = steps.slice(0, at + 1);
    const until = (span) => ({ ...span, end: Math.min(span.end, step.end) });
    const lanes = names.map((label) => ({ label, spans: past.filter((step) => step.who === label).flatMap((step) => step.spans.map(until)) }));
    bars.replaceChildren(Stage.timeline(lanes, end, width()));
  }

  function go(by) {
    at = Math.min(Math.max(0, at + by), steps.length - 1);
    said.textContent = "";
    show();
  }
  back.addEventListener("click", () => go(-1));
  forth.addEventListener("click", () => go(1));

  function begin() {
    const { count, every, charge } = values;
    const buy = [["cookie", 1], ["visitor", 20], ["order", 1], ["charge", 60], ["receipt", 1], ["record", 15], ["answer", 2]];
    const requests = Array.from({ length: count }, (_, index) => ({
      label: `purchase ${index + 1}`, arrival: index * every,
      steps: buy.map(([name, ms], index) => ({ kind: index % 2 ? "wait" : "work", ms, blocks: name === "charge" && charge !== "" })),
    }));
    names = requests.map((request) => request.label);
    steps = loopSteps(requests);
    end = steps.at(-1).end;
    go(-Infinity);
  }
  return () => (steps.length ? show() : begin());
});
