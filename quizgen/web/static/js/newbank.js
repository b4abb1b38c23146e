// Drop files anywhere on their box, see names and sizes, and hear at once when one is too large or of another kind.
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

function complaint(files) {
  const readable = input.accept.split(",");
  const other = files.find((file) => !readable.some((ending) => file.name.toLowerCase().endsWith(ending)));
  if (other) return files.length > 1 ? `${other.name}: ${form.dataset.other}` : form.dataset.other;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size <= largest) return "";
  const what = files.length > 1 ? "These files have" : "This file has";
  return `${what} ${sizeInWords(size)}, and at most ${sizeInWords(largest)} can be read at once. Divide them into parts.`;
}

function show() {
  const files = [...input.files];
  const wrong = complaint(files);
  chosen.textContent = files.map((file) => `${file.name}, ${sizeInWords(file.size)}`).join("; ") || usual;
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
  if (sent || complaint([...input.files])) {
    event.preventDefault();
    if (!sent) { show(); input.focus(); }
    return;
  }
  sent = true;
});
window.addEventListener("pageshow", () => { sent = false; });
