// What a form of these pages holds, as the API has it, and back. Boxes of one name are a list, data-words a list that is
// typed, and data-optional is none where it is empty.
const fieldsOf = (form) => [...form.elements].filter((one) => one.name && !one.disabled);
const isList = (field) => field.type === "checkbox" || "words" in field.dataset;

function valueOf(field) {
  if (field.type === "checkbox") return field.checked ? [field.value] : [];
  if ("words" in field.dataset) return field.value.split(/[\s,]+/).filter(Boolean);
  if (field.type === "number") return Number(field.value);
  return "optional" in field.dataset ? field.value.trim() || null : field.value;
}

export function read(form) {
  const found = {};
  for (const field of fieldsOf(form))
    found[field.name] = isList(field) ? [...(found[field.name] ?? []), ...valueOf(field)] : valueOf(field);
  return found;
}

export function fill(form, values) {
  for (const field of fieldsOf(form)) {
    const value = values[field.name];
    if (field.type === "checkbox") field.checked = value.includes(field.value);
    else field.value = Array.isArray(value) ? value.join(" ") : value ?? "";
  }
}

// What differs from what was there; the order of a list means nothing.
export function differing(said, was) {
  const plain = (value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => plain(value) !== plain(was[name])));
}
