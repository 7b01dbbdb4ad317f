"use strict";
(() => {
  const drawer = document.getElementById("drawer");
  const columns = document.getElementById("columns");
  const heading = document.getElementById("drawer-title");
  let cameFrom = null;

  const targets = (link) =>
    link.dataset.w.split(" ").map((part) => {
      const [report, range] = part.split(":");
      const [start, end] = range.split("-").map(Number);
      return { report: Number(report), start, end };
    });

  const inside = (node, target) => Number(node.dataset.s) >= target.start && Number(node.dataset.e) <= target.end;

  const clear = () => {
    for (const node of document.querySelectorAll(".hit")) node.classList.remove("hit");
    for (const node of document.querySelectorAll(".here")) node.classList.remove("here");
  };

  const hits = (target) => {
    const report = document.getElementById(`report${target.report}`);
    return report ? [...report.querySelectorAll("[data-s]")].filter((node) => inside(node, target)) : [];
  };

  const column = (number, sentences) => {
    const box = document.createElement("div");
    const head = document.createElement("h4");
    const open = document.createElement("a");
    open.href = `#report${number}`;
    open.textContent = document.getElementById(`report${number}-title`).textContent;
    open.addEventListener("click", (event) => {
      event.preventDefault();
      const first = document.querySelector(`#report${number} .hit`);
      (first || document.getElementById(`report${number}`)).scrollIntoView({ block: "center" });
    });
    head.append(open);
    box.append(head);
    for (const sentence of sentences) {
      const copy = sentence.cloneNode(true);
      for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
      const paragraph = document.createElement("p");
      paragraph.append(copy);
      box.append(paragraph);
    }
    return box;
  };

  const show = (link) => {
    clear();
    cameFrom = link;
    const byReport = new Map();
    for (const target of targets(link)) {
      for (const node of hits(target)) {
        node.classList.add("hit");
        const sentences = byReport.get(target.report) || new Set();
        sentences.add(node.closest(".s"));
        byReport.set(target.report, sentences);
      }
    }
    columns.replaceChildren(...[...byReport].map(([number, sentences]) => column(number, sentences)));
    const row = link.closest("tr, li");
    const slot = row && row.querySelector("th[scope=row] a");
    heading.textContent = `The words: ${(slot || link).textContent.trim().slice(0, 100)}`;
    document.getElementById("why").textContent = (row && row.dataset.why) || "";
    if (row) row.classList.add("here");
    drawer.hidden = false;
    drawer.focus({ preventScroll: true });
  };

  const back = () => {
    drawer.hidden = true;
    if (cameFrom) {
      cameFrom.focus();
      cameFrom.scrollIntoView({ block: "nearest" });
    }
  };

  const toRow = (segment) => {
    const number = Number(segment.closest("article").dataset.n);
    const uses = [...document.querySelectorAll("a.w")].filter((link) =>
      targets(link).some((t) => t.report === number && inside(segment, t)),
    );
    if (!uses.length) return;
    const next = uses[(uses.indexOf(cameFrom) + 1) % uses.length];
    show(next);
    next.scrollIntoView({ block: "center" });
  };

  const filterRows = (button, shown) => {
    button.setAttribute("aria-pressed", String(shown));
    const rows = button.closest("section").querySelectorAll(`tr[data-verdict="${button.dataset.verdict}"]`);
    for (const row of rows) row.hidden = !shown;
  };

  const fold = (button, open) => {
    button.setAttribute("aria-expanded", String(open));
    button.closest("tbody").nextElementSibling.hidden = !open;
  };

  // Background stands back where the story itself has something to show.
  for (const button of document.querySelectorAll("button.fold")) {
    if (button.closest("tbody").previousElementSibling.rows[0].cells[0].tagName === "TD") fold(button, false);
  }

  // What one report alone gives, what is one voice in several and what may be of two things stands back, in this order,
  // where there is something else to show.
  for (const group of document.querySelectorAll(".filter")) {
    let left = group.children.length;
    for (const verdict of ["single", "one voice", "perhaps"]) {
      const button = group.querySelector(`[data-verdict="${verdict}"]`);
      if (button && left > 1) {
        filterRows(button, false);
        left -= 1;
      }
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.w");
    const used = event.target.closest(".reports .u");
    const folded = event.target.closest("button.fold");
    const filter = event.target.closest("button[data-verdict]");
    if (link) {
      event.preventDefault();
      show(link);
    } else if (used) {
      toRow(used);
    } else if (folded) {
      fold(folded, folded.getAttribute("aria-expanded") !== "true");
    } else if (filter) {
      filterRows(filter, filter.getAttribute("aria-pressed") !== "true");
    }
  });
  // On paper nothing is folded away.
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  document.getElementById("back").addEventListener("click", back);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !drawer.hidden) back();
  });
})();
