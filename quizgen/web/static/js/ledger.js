// From a claim in the passage to its row without a reload, when the row is on this page. Without this script the link
// opens the page anew with the row opened.

const passage = document.getElementById("passage");

function select(link) {
  passage.querySelector(".selected")?.classList.remove("selected");
  link?.classList.add("selected");
}

function linkTo(row) {
  return [...passage.querySelectorAll("a.marked")].find((link) => link.hash === `#${row.id}`);
}

// Brings a claim's words into view where the passage scrolls by itself.
function reveal(link) {
  if (!link || getComputedStyle(passage).position !== "sticky") return;
  const above = link.getBoundingClientRect().top - passage.getBoundingClientRect().top;
  if (above < 0 || above > passage.clientHeight - 48) passage.scrollTop += above - passage.clientHeight / 3;
}

passage.addEventListener("click", (event) => {
  const link = event.target.closest("a.marked, a.mark-label");
  const row = link && document.getElementById(link.hash.slice(1));
  if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  row.open = true;
  history.replaceState(null, "", link.href);
  row.scrollIntoView({ block: "start" });
  row.querySelector("summary").focus({ preventScroll: true });
  select(link);
});

// An opened row shows its words in the passage, where the passage stands beside the rows.
for (const row of document.querySelectorAll("details.claim")) {
  row.querySelector("summary").addEventListener("click", () => {
    if (row.open) return;
    const link = linkTo(row);
    select(link);
    reveal(link);
  });
}
reveal(passage.querySelector("a.selected"));
