// Shows the password while its box is ticked; hidden again before the form is sent, so that browsers know what to keep.
for (const check of document.querySelectorAll("[data-shows]")) {
  const field = document.getElementById(check.dataset.shows);
  const box = check.querySelector("input");
  check.hidden = false;
  box.checked = false;
  box.addEventListener("change", () => { field.type = box.checked ? "text" : "password"; });
  field.form.addEventListener("submit", () => { field.type = "password"; });
}
