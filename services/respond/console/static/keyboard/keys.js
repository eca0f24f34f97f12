// Every key that does something, known in one place so that the sheet and the palette can list them all.
// A key is "c", a sequence is "g w", a chord is "mod+k" (Ctrl, or Cmd on a Mac). Single keys do nothing while one types,
// and can be switched off altogether: whoever speaks to their computer needs that.
const OFF = "earshot.keys.off", PATIENCE = 1500;
const bound = [];
let begun = "", forgetting = 0;

export const areOff = () => { try { return localStorage.getItem(OFF) === "yes"; } catch { return false; } };
export const switchOff = (off) => localStorage.setItem(OFF, off ? "yes" : "no");

// `run` gets the event. `when`: is there anything to do? Where there is not, the key is neither listed nor taken.
export function bind(keys, words, run, { group = "Everywhere", when = () => true, typing = false } = {}) {
  bound.push({ keys, words, run, group, when, typing });
}

export const usable = () => bound.filter((one) => one.when());

// What a press is called; null for presses that are none of ours, as those of the browser and of input methods.
function nameOf(event) {
  if (event.isComposing || event.key === "Dead" || event.key === "Unidentified") return null;
  const key = event.key === " " ? "Space" : event.key;
  if (event.getModifierState("AltGraph")) return key;
  if (event.altKey) return null;
  return event.ctrlKey || event.metaKey ? `mod+${key.length === 1 ? key.toLowerCase() : key}` : key;
}

const isInSight = (place) => place.checkVisibility?.() ?? true;
const isTyping = (place) => isInSight(place) && place.closest?.("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])") != null;

function press(event) {
  const name = nameOf(event);
  if (name === null || event.defaultPrevented || ["Shift", "Control", "Meta", "Alt"].includes(event.key)) return;
  // The browser takes the focus from what was hidden only with its next frame: what is pressed before is no letter of it.
  if (!isInSight(event.target)) event.target.blur();
  const free = name.startsWith("mod+") || name === "Escape";
  const here = usable().filter((one) => one.typing || !isTyping(event.target)).filter(() => free || !areOff());
  const asked = document.querySelector("dialog[open]") ? here.filter((one) => one.group === "Dialogs") : here;
  const wanted = begun ? `${begun} ${name}` : name;
  const found = asked.find((one) => one.keys === wanted) ?? asked.find((one) => one.keys === name && !begun);
  clearTimeout(forgetting);
  begun = "";
  if (found) {
    event.preventDefault();
    found.run(event);
  } else if (asked.some((one) => one.keys.startsWith(`${wanted} `))) {
    begun = wanted;
    forgetting = setTimeout(() => { begun = ""; }, PATIENCE);
    event.preventDefault();
  }
}

export function startKeys() {
  document.addEventListener("keydown", press);
}
