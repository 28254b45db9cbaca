// What the stages share: knobs, pictures, and when to draw.

const Stage = (() => {
  const number = (value) => Number(value.toPrecision(3)).toLocaleString("en");
  const draw = (parent, name, attributes, text) => {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    if (text !== undefined) shape.textContent = text;
    parent.append(shape);
    return shape;
  };
  const picture = (width, height, label) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [key, value] of Object.entries({ class: "workbook-figure", role: "img", viewBox: `0 0 ${width} ${height}`, width, height, "aria-label": label }))
      svg.setAttribute(key, value);
    return svg;
  };
  const step = (end, count) => {
    const power = 10 ** Math.floor(Math.log10(end / count || 1));
    return [1, 2, 5, 10].map((factor) => factor * power).find((size) => size * count >= end);
  };

  /** Lanes of spans on a common axis, as in the lecture. */
  function timeline(lanes, end, width) {
    const [left, right] = [16 + 7.2 * Math.max(...lanes.map((lane) => lane.label.length)), width - 66];
    const bottom = lanes.length * 30;
    const x = (ms) => left + ((right - left) * ms) / end;
    const svg = picture(width, bottom + 26, lanes.map(({ label, ms }) => (ms === undefined ? label : `${label}: ${number(ms)} ms`)).join(", "));
    const size = step(end, width < 500 ? 4 : 8);
    for (let ms = 0; ms <= end; ms += size) {
      draw(svg, "line", { class: "grid", x1: x(ms), x2: x(ms), y1: 0, y2: bottom });
      draw(svg, "text", { class: "quiet", x: x(ms), y: bottom + 19, "text-anchor": "middle" }, number(ms));
    }
    lanes.forEach((lane, index) => {
      const y = index * 30 + 5;
      draw(svg, "text", { x: left - 10, y: y + 15, "text-anchor": "end" }, lane.label);
      for (const { kind, start, end } of lane.spans) {
        const shape = { class: kind, x: x(start), y, width: Math.max(1, x(end) - x(start)), height: 20 };
        if (kind === "queue") draw(svg, "line", { class: kind, x1: x(start) + 2, x2: Math.max(x(start) + 2, x(end) - 2), y1: y + 10, y2: y + 10 });
        else draw(svg, "rect", shape);
      }
      if (lane.ms !== undefined) draw(svg, "text", { class: "strong", x: width, y: y + 15, "text-anchor": "end" }, `${number(lane.ms)} ms`);
    });
    return svg;
  }

  /** The knobs of a stage: what they stand at, by name. */
  function knobs(stage, list, change) {
    const form = make("form", { className: "knobs" });
    const values = {};
    for (const { name, text, value, options, min, max, step = 1, unit = "" } of list) {
      const shown = make("output", { textContent: `${value}${unit}` });
      const input = options
        ? make("select", {}, ...options.map(([value, text]) => make("option", { value, textContent: text })))
        : make("input", { type: "range", min, max, step });
      Object.assign(input, { name, value });
      values[name] = value;
      input.addEventListener("input", () => {
        values[name] = options ? input.value : input.valueAsNumber;
        shown.textContent = `${input.value}${unit}`;
        change();
      });
      form.append(make("label", {}, make("span", { textContent: text }), input, options ? "" : shown));
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    stage.append(form);
    return values;
  }

  /** Sets up a stage, and draws it whenever it comes into view or changes its width. */
  function show(name, setUp) {
    const play = document.querySelector(`.play[data-play="${name}"]`);
    const stage = play.querySelector(".stage");
    const draw = setUp(stage, () => Math.min(700, stage.clientWidth - 2 * parseFloat(getComputedStyle(stage).paddingLeft)));
    const shown = () => { if (stage.clientWidth) draw(); };
    play.hidden = false;
    play.addEventListener("shown", shown);
    addEventListener("resize", shown);
    shown();
  }

  return { number, draw, picture, step, timeline, knobs, show };
})();
