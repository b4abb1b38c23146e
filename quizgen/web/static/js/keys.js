// Single keys for the quiz: outside text fields, without modifiers, and only while the student wants them.

export function listen(actions, isOn) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]") || !isOn()) return;
    const key = event.key.toLowerCase();
    const action = actions[key] ?? (/^[1-9]$/.test(key) ? () => actions.number(Number(key)) : null);
    if (action && action() !== false) event.preventDefault();
  });
}

function isTyping(element) {
  return element.matches("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])");
}

/** A choice that this device keeps for a year. */
export function preference(name) {
  return {
    get isOn() {
      return !document.cookie.split("; ").includes(`${name}=off`);
    },
    set(on) {
      document.cookie = `${name}=${on ? "on" : "off"}; path=/; max-age=31536000; samesite=lax`;
    },
  };
}
