// What the page says of the case as it is now. The server renders it; each refresh renews it.
export const page = () => document.querySelector("[data-case]");
export const now = () => document.getElementById("now");
export const caseId = () => page().dataset.case;
export const path = (rest = "") => `/v1/cases/${encodeURIComponent(caseId())}${rest ? `/${rest}` : ""}`;
export const can = (name) => now()?.dataset.can.split(" ").includes(name) ?? false;
export const textOf = (id) => document.querySelector(`[data-message="${CSS.escape(id)}"] .text`)?.cloneNode(true);
