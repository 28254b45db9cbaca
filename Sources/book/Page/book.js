"use strict";
// What the pages do: a sentence and its code find each other, claims are filtered, questions wait for a guess.

/** An element of the page, with its properties and what is in it. */
const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const memory = {
    get(key) { try { return localStorage.getItem(`async-workbook-${key}`); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(`async-workbook-${key}`, value); } catch { /* not allowed: not kept */ } },
  };
  document.body.classList.add("has-script");

  // Sentences and code.

  const pane = document.querySelector(".code");
  const passages = all(".passage");
  const regions = all(".region");
  const isWide = () => matchMedia("(min-width: 70rem)").matches;
  const isShown = (element) => element.offsetParent !== null;
  const cuesOf = (region) => region.dataset.cues.split(" ");
  const told = make("p", { className: "unseen" });
  told.setAttribute("role", "status");
  let chosen = null;

  function show(region) {
    const top = region.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTo({ top: Math.max(0, top - pane.clientHeight * (isWide() ? 0.2 : 0.06)), behavior });
  }

  /** Marks a sentence and its code, and brings the code into view; a region goes before the others where one was asked for. */
  function choose(passage, first) {
    chosen = passage;
    for (const element of [...passages, ...regions]) element.classList.remove("chosen");
    for (const link of all(".passage .time[aria-current]")) link.removeAttribute("aria-current");
    passage.classList.add("chosen");
    passage.querySelector(".time").setAttribute("aria-current", "true");
    const own = regions.filter((region) => cuesOf(region).includes(passage.id));
    for (const region of own) region.classList.add("chosen");
    if (!isWide()) openSheet(own.length > 0);
    const region = first ?? own.find(isShown);
    if (region) show(region);
    const names = own.filter(isShown).map((region) => region.closest(".file").getAttribute("aria-label"));
    told.textContent = names.length ? `Code: ${[...new Set(names)].join(", ")}` : "No code belongs to this sentence.";
    try { history.replaceState(null, "", `#${passage.id}`); } catch { /* some hosts do not allow it */ }
  }

  function openSheet(isOpen) {
    // Code that stood below the text leaves its place: what is read must not move.
    pane.classList.toggle("is-sheet", isOpen);
    document.body.classList.toggle("has-sheet", isOpen);
  }

  /** Goes from code to its sentence; from there on to the next sentence that has the same code. */
  function follow(region) {
    const own = passages.filter((passage) => cuesOf(region).includes(passage.id));
    if (!own.length) return;
    const next = own[(own.indexOf(chosen) + 1) % own.length];
    choose(next, region);
    next.scrollIntoView({ block: isWide() ? "center" : "start", behavior });
  }

  function fromAddress() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const passage = target?.closest(".passage");
    const region = target?.closest(".region");
    if (passage && passage !== chosen) choose(passage);
    if (region && !region.classList.contains("chosen")) follow(region);
  }

  if (pane && passages.length) {
    document.body.append(told);
    const close = make("button", { type: "button", className: "close", textContent: "Close the code" });
    close.addEventListener("click", () => { openSheet(false); chosen?.querySelector(".time").focus(); });
    pane.prepend(close);
    for (const passage of passages) {
      passage.addEventListener("click", (event) => {
        const link = event.target.closest("a");
        if (!getSelection().isCollapsed && !link) return;
        const place = link?.closest(".to-code") && document.getElementById(link.hash.slice(1));
        if (link) event.preventDefault();
        if (link || passage.classList.contains("paired")) choose(passage, place || undefined);
      });
    }
    for (const region of regions) {
      region.addEventListener("click", (event) => {
        const link = event.target.closest("a");
        if (!getSelection().isCollapsed && !link) return;
        if (!link) return follow(region);
        event.preventDefault();
        const passage = document.getElementById(link.hash.slice(1)).closest(".passage");
        choose(passage, region);
        passage.scrollIntoView({ block: isWide() ? "center" : "start", behavior });
      });
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") openSheet(false);
      const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
      const at = passages.indexOf(document.activeElement?.closest(".passage"));
      if (!step || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      const next = passages[at + step];
      if (!next) return;
      event.preventDefault();
      next.querySelector(".time").focus({ preventScroll: true });
      choose(next);
      next.scrollIntoView({ block: "center", behavior });
    });
    addEventListener("hashchange", fromAddress);
    addEventListener("resize", () => { if (isWide()) openSheet(false); });
    fromAddress();
  }

  const languages = all('input[name="language"]');
  for (const input of languages) {
    input.checked = input.value === (memory.get("language") ?? "swift");
    input.addEventListener("change", () => {
      memory.set("language", input.value);
      if (chosen) choose(chosen);
    });
  }

  // Claims.

  const filter = document.querySelector(".filter");
  if (filter) {
    filter.hidden = false;
    const rows = all(".claims tbody tr[data-verdict]");
    const change = () => {
      const { verdict, lesson } = Object.fromEntries(new FormData(filter));
      for (const row of rows) {
        const isOf = !lesson || row.parentElement.dataset.lesson === lesson;
        row.hidden = !isOf || (verdict !== "" && row.dataset.verdict !== verdict);
      }
      for (const body of all(".claims tbody")) body.hidden = !all("tr[data-verdict]", body).some((row) => !row.hidden);
      const shown = rows.filter((row) => !row.hidden).length;
      filter.querySelector("output").textContent = `${shown} of ${rows.length} claims`;
    };
    filter.addEventListener("change", change);
    filter.addEventListener("submit", (event) => event.preventDefault());
    change();
  }

  // Questions: what comes behind one waits until it is answered, or until the reader passes.

  for (const section of all(".part, .play")) {
    const asks = all(".ask", section).filter((ask) => ask.dataset.answer !== undefined);
    const waiting = () => {
      const open = asks.find((ask) => !ask.classList.contains("is-answered"));
      let isBehind = false;
      for (const element of section.children) {
        element.classList.toggle("is-waiting", isBehind);
        if (element === open) isBehind = true;
      }
      section.dispatchEvent(new Event("shown"));
    };
    for (const ask of asks) gate(ask, waiting);
    waiting();
  }

  function gate(ask, then) {
    const { answer, unit } = ask.dataset;
    const reasons = ask.querySelector(".reasons");
    const details = ask.querySelector("details.answer");
    reasons?.classList.add("is-waiting");
    details.hidden = true;
    const input = make("input", { type: "number", step: "any", required: true });
    const said = make("output");
    const reply = (text) => {
      said.textContent = text;
      ask.classList.add("is-answered");
      reasons?.classList.remove("is-waiting");
      then();
    };
    const pass = make("button", { type: "button", className: "plain", textContent: "Just show me" });
    const right = details.querySelector("strong").textContent;
    pass.addEventListener("click", () => reply(`It is ${right}.`));
    const form = make("form", { className: "guess" },
      make("label", {}, "Your guess ", input, unit ? ` ${unit}` : ""), make("button", { textContent: "Check" }), pass, said);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const isRight = Math.abs(input.valueAsNumber - answer) <= Math.abs(answer) * 0.1;
      const end = isRight ? "Right." : reasons ? "Why?" : "Look at the picture: why?";
      reply(`You said ${input.value}${unit ? ` ${unit}` : ""}, it is ${right}. ${end}`);
    });
    details.before(form);
  }
})();
