// A key for a request that may be sent again: whatever is asked twice with it is done once.
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
