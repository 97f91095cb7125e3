// What a test asks of a page. Each function answers with a list of sentences; an empty one is good.
const parsed = (text) => (text.match(/[\d.]+/g) || []).map(Number);
const over = (top, below) => {
  const alpha = top.length > 3 ? top[3] : 1;
  return [0, 1, 2].map((i) => top[i] * alpha + below[i] * (1 - alpha));
};
const light = (rgb) => {
  const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
const backOf = (element) => {
  const stack = [];
  for (let e = element; e; e = e.parentElement) {
    if (e.tagName === "g" && e.querySelector(":scope > rect, :scope > circle")) {
      const near = element.classList.contains("sign-text") ? e.querySelector(".sign") : e.querySelector("rect");
      stack.push(parsed(getComputedStyle(near).fill));
    } else {
      stack.push(parsed(getComputedStyle(e).backgroundColor));
    }
  }
  return stack.reverse().reduce((below, top) => (top.length < 3 ? below : over(top, below)), [255, 255, 255]);
};
const shown = (e) => e.checkVisibility() && e.getClientRects().length > 0;
const said = (e) => `${e.tagName}.${e.getAttribute("class")} "${e.textContent.slice(0, 60)}"`;
const look = {
  openAll() { document.querySelectorAll("details").forEach((d) => { d.open = true; }); return []; },
  weak() {
    return [...document.querySelectorAll("body *")]
      .filter((e) => shown(e) && e.tagName !== "title" && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
      .map((e) => {
        const style = getComputedStyle(e);
        const back = backOf(e);
        const ink = e instanceof SVGElement ? style.fill : style.color;
        return [contrast(over(parsed(ink), back), back), e];
      })
      .filter(([ratio]) => !(ratio >= 4.5))
      .map(([ratio, e]) => `${ratio.toFixed(2)} ${said(e)}`);
  },
  wide() {
    return document.documentElement.scrollWidth > innerWidth
      ? [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth && !e.closest(".scroll, .wide, pre")).map(said)
      : [];
  },
  folded() { return [...document.querySelectorAll("details > :not(summary)")].filter((e) => !shown(e)).map(said); },
  reachable() {
    const radios = new Set();
    return [...document.querySelectorAll("a[href], summary, input, button, [tabindex='0']")]
      .filter((e) => shown(e) && (e.type !== "radio" || (!radios.has(e.name) && radios.add(e.name))))
      .map(said);
  },
  overlapping() {
    const frames = [...document.querySelectorAll(".topology .box")].map((b) => [b, b.querySelector(".frame").getBBox()]);
    const problems = [];
    frames.forEach(([b, f], i) => frames.slice(i + 1).forEach(([c, g]) => {
      const apart = f.x + f.width <= g.x || g.x + g.width <= f.x || f.y + f.height <= g.y || g.y + g.height <= f.y;
      const inside = (p, q) => q.x >= p.x && q.y >= p.y && q.x + q.width <= p.x + p.width && q.y + q.height <= p.y + p.height;
      const grouped = (b.matches(".group") && inside(f, g)) || (c.matches(".group") && inside(g, f));
      if (!apart && !grouped) {
        problems.push(`${said(b)} and ${said(c)}`);
      }
    }));
    return problems;
  },
  spilling() {
    return [...document.querySelectorAll(".topology .box text")].filter((t) => {
      const f = t.closest(".box").querySelector(".frame").getBBox();
      const b = t.getBBox();
      return b.x < f.x || b.y < f.y || b.x + b.width > f.x + f.width || b.y + b.height > f.y + f.height;
    }).map(said);
  },
  headings() {
    const levels = [...document.querySelectorAll("h1, h2, h3")].map((h) => Number(h.tagName[1]));
    return levels.filter((l, i) => l > (i ? levels[i - 1] : 0) + 1).map((l) => `h${l} is too deep`);
  },
};
