// The controls of one question as one plain text, the same that the server makes of its form, and back.

// Stands for a place that is still empty in an order.
const NONE = "-";

/** The response as it stands in the form now. */
export function response(form) {
  return read(form, {
    field: (input) => input.value.trim(),
    chosen: (input) => input.checked,
    picked: (list) => list.value,
  });
}

/** The response with which the page was made. */
export function given(form) {
  return read(form, {
    field: (input) => input.getAttribute("value") ?? "",
    chosen: (input) => input.defaultChecked,
    picked: (list) => list.querySelector("option[selected]")?.value ?? "",
  });
}

/** Put a response into the form. */
export function show(form, text) {
  const said = text.split(" ");
  const field = form.querySelector(".gap-input");
  if (field) field.value = text;
  for (const input of form.querySelectorAll(".option-input")) {
    input.checked = input.type === "checkbox" ? said.includes(input.value) : input.value === text;
  }
  form.querySelectorAll(".pick-input").forEach((list, place) => {
    const values = [...list.options].map((option) => option.value);
    const inOrder = values.includes(NONE);
    list.value = inOrder ? said[place] || NONE : (values.find((value) => value && said.includes(value)) ?? "");
  });
}

function read(form, { field, chosen, picked }) {
  const input = form.querySelector(".gap-input");
  if (input) return field(input);
  const boxes = [...form.querySelectorAll(".option-input")].filter(chosen).map((box) => box.value);
  const lists = [...form.querySelectorAll(".pick-input")].map(picked).filter(Boolean);
  return [...boxes, ...(lists.every((value) => value === NONE) ? [] : lists)].join(" ");
}
