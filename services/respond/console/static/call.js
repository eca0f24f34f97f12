// Asking the API. Answers are { ok, status, body }; a lost connection is status 0.
export async function call(method, path, { body, headers } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: { Accept: "application/json", ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    return { ok: false, status: 0, body: { detail: "Earshot cannot be reached. Nothing is known to have been done; try again." } };
  }
  if (response.status === 401) location.reload();
  return { ok: response.ok, status: response.status, body: await response.json().catch(() => ({})) };
}

// Shows words in a notice. They are set as text, never as HTML.
export function say(notice, kind, words) {
  notice.className = kind ? `notice ${kind}` : "notice";
  notice.replaceChildren(document.createTextNode(words));
  notice.hidden = false;
}

export const words = (body) => (body.errors ? body.errors.map((one) => one.what).join("; ") : body.detail) || "That did not work.";
