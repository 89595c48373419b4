import { randomBytes } from "node:crypto";
import type { UpdateQueue } from "./updates.ts";
import { deliver } from "./webhook.ts";

export type Call = {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Who calls, where the root was given as `root/via/NAME`. */
  readonly via?: string | undefined;
};
export type Answer = { readonly status: number; readonly body: unknown };
export type Upload = { readonly name: string; readonly bytes: Buffer };

/** A message as a person sees it in the chat. */
export type SeenMessage = {
  readonly chat: number;
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly data: string }[];
  readonly file?: Upload;
  readonly at: number;
};

export type State = {
  readonly queue: UpdateQueue;
  readonly files: Map<string, Upload>;
  readonly messages: SeenMessage[];
  /** Taps that wait for their answer. */
  readonly taps: Set<string>;
  readonly blocked: Set<number>;
  /** People whose accounts are gone. */
  readonly deleted: Set<number>;
  readonly moved: Map<number, number>;
  /** Called for each message that has arrived. */
  onMessage: (message: SeenMessage) => void;
  webhook: { readonly url: string; readonly secret: string } | null;
};

const ok = (result: unknown): Answer => ({ status: 200, body: { ok: true, result } });

/** A refusal in Telegram's form. */
export const refusal = (code: number, description: string, parameters: object = {}): Answer => ({
  status: code,
  body: { ok: false, error_code: code, description, parameters },
});

/** Does what a call asks for, with Telegram's own refusals. */
export async function answerCall(
  state: State,
  { method, payload }: Call,
  gone: AbortSignal,
): Promise<Answer> {
  switch (method) {
    case "getUpdates":
      return getUpdates(state, payload, gone);
    case "setWebhook":
      return setWebhook(state, { url: String(payload["url"]), secret: String(payload["secret_token"]) });
    case "deleteWebhook":
      state.webhook = null;
      return ok(true);
    case "getWebhookInfo":
      return ok({ url: state.webhook?.url ?? "", pending_update_count: state.queue.waiting.length });
    case "getFile":
      return getFile(state, String(payload["file_id"]));
    case "answerCallbackQuery":
      return state.taps.delete(String(payload["callback_query_id"]))
        ? ok(true)
        : refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    case "sendMessage":
    case "sendPhoto":
    case "sendDocument":
    case "sendChatAction":
      return send(state, method, payload);
    case "getMe":
      return ok({ id: 7_000_001, is_bot: true, first_name: "履职助手", username: "lvzhi_bot" });
    case "setMyCommands":
      return ok(true);
    default:
      return refusal(404, "Not Found: method not found");
  }
}

// What waits is delivered once a webhook is there; where there was one already, that is under way.
function setWebhook(state: State, webhook: NonNullable<State["webhook"]>): Answer {
  const isFirst = state.webhook === null;
  state.webhook = webhook;
  if (isFirst) for (const update of state.queue.waiting) deliver(state, update);
  return ok(true);
}

async function getUpdates(state: State, payload: Call["payload"], gone: AbortSignal): Promise<Answer> {
  if (state.webhook !== null)
    return refusal(409, "Conflict: can't use getUpdates method while webhook is active");
  const [offset, limit, timeout] = ["offset", "limit", "timeout"].map((name) => Number(payload[name] ?? 0));
  const updates = await state.queue.poll(
    offset ?? 0,
    limit === 0 ? 100 : (limit ?? 100),
    (timeout ?? 0) * 1000,
    gone,
  );
  return updates === "conflict"
    ? refusal(409, "Conflict: terminated by other getUpdates request")
    : ok(updates);
}

const LARGEST_DOWNLOAD = 20 * 1024 * 1024;

function getFile(state: State, id: string): Answer {
  const file = state.files.get(id);
  if (file === undefined)
    return refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
  if (file.bytes.length > LARGEST_DOWNLOAD) return refusal(400, "Bad Request: file is too big");
  return ok({ file_id: id, file_unique_id: id, file_size: file.bytes.length, file_path: `files/${id}` });
}

function send(state: State, method: string, payload: Call["payload"]): Answer {
  const chat = Number(payload["chat_id"]);
  if (!Number.isSafeInteger(chat)) return refusal(400, "Bad Request: chat not found");
  const moved = state.moved.get(chat);
  if (moved !== undefined)
    return refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: moved,
    });
  if (state.deleted.has(chat)) return refusal(403, "Forbidden: user is deactivated");
  if (state.blocked.has(chat)) return refusal(403, "Forbidden: bot was blocked by the user");
  if (method === "sendChatAction") return ok(true);
  const wrong = method === "sendMessage" ? wrongMessage(payload) : undefined;
  if (wrong !== undefined) return wrong;
  const file = fileOf(payload);
  const message: SeenMessage = {
    chat,
    text: textOf(payload),
    buttons: buttonsOf(payload),
    at: performance.now(),
    ...(file === undefined ? {} : { file }),
  };
  state.messages.push(message);
  state.onMessage(message);
  return ok({ message_id: state.messages.length, date: 0, chat: { id: chat, type: "private" } });
}

function wrongMessage(payload: Call["payload"]): Answer | undefined {
  const text = textOf(payload);
  if (text.trim() === "") return refusal(400, "Bad Request: message text is empty");
  if (text.length > 4096) return refusal(400, "Bad Request: message is too long");
  if (buttonsOf(payload).some(({ data }) => Buffer.byteLength(data) > 64 || data === ""))
    return refusal(400, "Bad Request: BUTTON_DATA_INVALID");
  return undefined;
}

const textOf = ({ text, caption = "" }: Readonly<{ text?: unknown; caption?: unknown }>): string =>
  String(text ?? caption);

type Markup = { readonly inline_keyboard: { readonly text: string; readonly callback_data: string }[][] };

// Beside a file it comes as the text of a form's field.
function buttonsOf({ reply_markup: given }: Call["payload"]): { label: string; data: string }[] {
  const markup = (typeof given === "string" ? JSON.parse(given) : given) as Markup | undefined;
  return (markup?.inline_keyboard ?? [])
    .flat()
    .map(({ text, callback_data: data }) => ({ label: text, data }));
}

const isUpload = (value: unknown): value is Upload =>
  typeof value === "object" && value !== null && "bytes" in value;

const fileOf = (payload: Call["payload"]): Upload | undefined => Object.values(payload).find(isUpload);

/** Puts a file into Telegram's keeping, as a person's phone does. */
export function keep(state: State, upload: Upload): string {
  const id = randomBytes(8).toString("hex");
  state.files.set(id, upload);
  return id;
}
