// The answer that is being written: its text, the message that it answers, and whether only the customer is to read it.
export const form = () => document.getElementById("reply");
export const field = () => document.getElementById("reply-text");
export const notice = () => document.getElementById("reply-notice");
export const answers = () => document.getElementById("answering").dataset.answers || null;
export const isPrivate = () => form().elements.private?.checked ?? false;
export const isWriting = () => field() !== null && field().value.trim() !== "";

// Puts a text in as if it were typed, so that whoever follows the field hears of it. Undo in the browser keeps working.
export function put(text, { whole = false } = {}) {
  const area = field();
  if (whole) area.setSelectionRange(0, area.value.length);
  area.focus();
  if (!document.execCommand("insertText", false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
