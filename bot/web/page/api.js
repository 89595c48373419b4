const BASE = "/api/chat";

/** The service answered and will not: `message` says why, for people. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.name = "Refused";
    this.status = status;
  }
}

const TOO_MANY = 429;

/** True when the same request may succeed later: no connection, a service that is not ready, or too much at once. */
export const isPassing = (error) =>
  !(error instanceof Refused) || error.status >= 500 || error.status === TOO_MANY;

async function call(method, path, { body, signal } = {}) {
  const headers = body === undefined ? {} : { "content-type": "application/json" };
  const init = { method, headers, signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await fetch(`${BASE}${path}`, init);
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, answer.message ?? "");
  return answer;
}

export const listPersonas = () => call("GET", "/personas");

/** Opens a session: somebody's with a code, a guest's without. Answers `{factor}` where more is wanted than a code. */
export const openSession = (code, factor) =>
  call("POST", "/session", { body: code === "" ? {} : { code, factor } });
/** Shows the number of the authenticator in the session that is open. */
export const showNumber = (factor) => call("POST", "/session/factor", { body: { factor } });
export const endSession = () => call("DELETE", "/session");

/** The key that seals what this browser keeps of a conversation. */
export const storageKey = (persona) => call("GET", `/key${asking(persona)}`);
export const send = (message) =>
  call("POST", "/messages", { body: message, signal: AbortSignal.timeout(10_000) });

/** What came after number `after`; waits for it up to `waitMs`. */
export function listen(persona, after, waitMs, signal) {
  const query = new URLSearchParams({ after: String(after), waitMs: String(waitMs) });
  if (persona !== undefined) query.set("persona", persona);
  return call("GET", `/messages?${query}`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(waitMs + 10_000)]),
  });
}

/** Where a file can be read by this person. */
export const fileAddress = (id, persona) => `${BASE}/files/${encodeURIComponent(id)}${asking(persona)}`;

const asking = (persona) => (persona === undefined ? "" : `?persona=${encodeURIComponent(persona)}`);

/** Sends a file and tells how far it is, from 0 to 1. XMLHttpRequest, because fetch does not tell. */
export function upload(file, persona, onProgress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    if (persona !== undefined) form.append("persona", persona);
    form.append("file", file, file.name);
    request.open("POST", `${BASE}/files`);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) =>
      onProgress(event.loaded / Math.max(1, event.total)),
    );
    request.addEventListener("load", () => {
      if (request.status === 201) resolve(request.response);
      else reject(new Refused(request.status, request.response?.message ?? ""));
    });
    request.addEventListener("error", () => reject(new TypeError("no connection")));
    request.addEventListener("abort", () => reject(new DOMException("given up", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
