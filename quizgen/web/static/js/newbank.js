// Drop a file anywhere on its box, see its name and size, and hear at once when it is too large or of another kind.
// Without this script the same form works: the server says the same.

const form = document.querySelector("[data-new-bank]");
const drop = form.querySelector("[data-drop]");
const input = drop.querySelector("input[type=file]");
const chosen = drop.querySelector("[data-chosen]");
const error = document.getElementById("file-error");
const title = form.querySelector("input[name=title]");
const text = form.querySelector("textarea");
const largest = Number(form.dataset.largest);
const usual = chosen.textContent;

function sizeInWords(bytes) {
  return bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function complaint(file) {
  const readable = input.accept.split(",");
  if (!readable.some((ending) => file.name.toLowerCase().endsWith(ending))) return form.dataset.other;
  return file.size > largest ? `This file has ${sizeInWords(file.size)}, and at most ${sizeInWords(largest)} can be read. Divide it into parts.` : "";
}

function show() {
  const file = input.files[0];
  const wrong = file ? complaint(file) : "";
  chosen.textContent = file ? `${file.name}, ${sizeInWords(file.size)}` : usual;
  error.textContent = wrong;
  error.hidden = !wrong;
  input.setAttribute("aria-invalid", String(Boolean(wrong)));
  input.setAttribute("aria-describedby", wrong ? "file-help file-error" : "file-help");
}

input.addEventListener("change", show);
for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length) {
    input.files = event.dataTransfer.files;
    show();
  }
});

// A first line that opens with "# " is the text's title: put it where the teacher can see and change it.
text.addEventListener("paste", () => setTimeout(() => {
  const heading = /^\s*#\s+(\S.*)/.exec(text.value);
  if (heading && !title.value) title.value = heading[1].replace(/\s+#+\s*$/, "").slice(0, 300);
}, 0));

let sent = false;
form.addEventListener("submit", (event) => {
  const file = input.files[0];
  if (sent || (file && complaint(file))) {
    event.preventDefault();
    if (!sent) { show(); input.focus(); }
    return;
  }
  sent = true;
});
window.addEventListener("pageshow", () => { sent = false; });
