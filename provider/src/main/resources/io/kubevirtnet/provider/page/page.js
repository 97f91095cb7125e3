"use strict";
(() => {
  const filter = document.getElementById("filter");
  const all = [...document.querySelectorAll("main details")];
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all.filter((d) => !d.open);
    opened.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => {
    opened.forEach((d) => { d.open = false; });
    opened = [];
  });
  if (!filter) {
    return;
  }
  const objects = [...document.querySelectorAll(".object")].map((element) => ({
    element,
    words: element.querySelector(".title").textContent.toLowerCase(),
  }));
  const groups = [...document.querySelectorAll(".group")].filter((g) => g.matches("details"));
  const matches = document.getElementById("matches");
  const apply = () => {
    const wanted = filter.value.trim().toLowerCase().split(/\s+/);
    let shown = 0;
    for (const object of objects) {
      const fits = wanted.every((w) => object.words.includes(w));
      object.element.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    const filtered = filter.value.trim() !== "";
    for (const group of groups) {
      group.hidden = !group.querySelector(".object:not([hidden])");
      if (filtered) {
        group.open = true;
      }
    }
    matches.textContent = filtered ? shown + " of " + objects.length + " objects" : "";
  };
  let waiting = 0;
  filter.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, objects.length > 1000 ? 200 : 0);
  });
  const toggle = (open) => document.querySelectorAll("section[aria-labelledby=objects] details").forEach((d) => { d.open = open; });
  document.getElementById("open").addEventListener("click", () => toggle(true));
  document.getElementById("close").addEventListener("click", () => toggle(false));
  filter.closest(".filter").hidden = false;
})();
