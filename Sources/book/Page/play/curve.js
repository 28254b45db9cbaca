// Curves for the stages that need them.

/** A curve over a number of users or cores, with the reader's own place on it. */
Stage.curve = (points, at, label, unit, width) => {
  const { number, draw, picture, step } = Stage;
  const [left, right, top, bottom] = [48, width - 12, 24, 170];
  const [endX, endY] = [points.at(-1)[0], Math.max(...points.map((point) => point[1])) * 1.1];
  const x = (value) => left + ((right - left) * value) / endX;
  const y = (value) => bottom - ((bottom - top) * value) / endY;
  const svg = picture(width, 214, `${label}: ${number(at[1])} at ${number(at[0])} ${unit}`);
  draw(svg, "text", { class: "quiet", x: 0, y: 12 }, label);
  for (let value = 0, size = step(endY, 4); value <= endY; value += size) {
    draw(svg, "line", { class: "grid", x1: left, x2: right, y1: y(value), y2: y(value) });
    draw(svg, "text", { class: "quiet", x: left - 8, y: y(value) + 4, "text-anchor": "end" }, number(value));
  }
  for (let value = 0, size = step(endX, 5); value <= endX; value += size)
    draw(svg, "text", { class: "quiet", x: x(value), y: bottom + 18, "text-anchor": "middle" }, number(value));
  draw(svg, "text", { class: "quiet", x: (left + right) / 2, y: bottom + 38, "text-anchor": "middle" }, unit);
  draw(svg, "path", { class: "curve series-0", d: "M" + points.map((point) => `${x(point[0])} ${y(point[1])}`).join("L") });
  draw(svg, "line", { class: "marker", x1: x(at[0]), x2: x(at[0]), y1: y(at[1]), y2: bottom });
  draw(svg, "circle", { class: "ring", cx: x(at[0]), cy: y(at[1]), r: 6 });
  return svg;
};
