import { randomUUID } from "node:crypto";

/** A message as the web chat delivers it. */
export type Delivered = {
  readonly seq: number;
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly type: string }[];
  readonly kind: string;
  readonly number?: string;
  readonly reusable?: true;
  readonly at: string;
};

export type Answer = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
};

/** One request to the web chat. A body that is no string is sent as JSON. */
export async function ask(url: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: body === undefined || isForm ? {} : { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: isForm || typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  const said = isJson ? (JSON.parse(text) as Answer["body"]) : { text };
  return { status: response.status, body: said, headers: response.headers };
}

/** What a persona's mailbox holds after a number; waits for it where asked to. */
export async function read(url: string, persona: string, after = 0, waitMs = 0): Promise<Delivered[]> {
  const query = `persona=${persona}&after=${after}&waitMs=${waitMs}`;
  const response = await fetch(`${url}/api/chat/messages?${query}`);
  return (await response.json()) as Delivered[];
}

/** Says something as a persona and waits for the answer. */
export async function tell(url: string, persona: string, text: string): Promise<Delivered[]> {
  const after = (await read(url, persona)).at(-1)?.seq ?? 0;
  await ask(url, "POST", "/api/chat/messages", { persona, id: randomUUID(), text });
  return read(url, persona, after, 10_000);
}
