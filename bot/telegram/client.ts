import { readFile } from "node:fs/promises";
import { isAbsolute, normalize, sep } from "node:path";
import { Api, type ApiClientOptions } from "grammy";
import { Fault } from "#src/kernel/fault.ts";
import { GATEWAY, toFault } from "./faults.ts";

/** What this channel needs of Telegram: grammY's calls, and the bytes behind a file's path. */
export type Client = {
  /** The Bot API; every call ends with the signal. */
  readonly api: (signal: AbortSignal) => Api;
  /** The bytes of a file. Throws a Fault. */
  readonly download: (path: string, signal: AbortSignal) => Promise<Buffer>;
};

export const TELEGRAM_ROOT = "https://api.telegram.org";

/**
 * A client of the Bot API over Node's own fetch, so that a proxy is a matter of the environment (HTTPS_PROXY with
 * NODE_USE_ENV_PROXY=1) and `root` may be a Bot API server of one's own.
 */
export function createClient(token: string, root: string): Client {
  const apiRoot = root.replace(/\/+$/u, "");
  return {
    api: (signal) => new Api(token, { apiRoot, fetch: fetchUntil(signal) }),
    download: (path, signal) =>
      isAbsolute(path) && apiRoot !== TELEGRAM_ROOT
        ? readShared(path, token, signal)
        : download(`${apiRoot}/file/bot${token}/${path}`, signal),
  };
}

type Fetch = NonNullable<ApiClientOptions["fetch"]>;

// grammY's own signal is of another library's kind, which Node's fetch does not take; an upload is a stream, which
// Node's fetch wants to be told.
const fetchUntil =
  (signal: AbortSignal): Fetch =>
  async (url: string, init: RequestInit) => {
    const response = await fetch(url, { ...init, signal, duplex: "half", redirect: "error" });
    const { status } = response;
    // Its words are a page as often as not, which grammY would take for no answer.
    return GATEWAY.has(status)
      ? Response.json({ ok: false, error_code: status, description: "Bad Gateway" })
      : response;
  };

// The address holds the token: nothing of it may reach an error's message.
async function download(url: string, signal: AbortSignal): Promise<Buffer> {
  try {
    const response = await fetch(url, { signal, redirect: "error" });
    if (!response.ok) throw new Error(`the file answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    throw toFault(error, signal);
  }
}

// A Bot API server of one's own in local mode names the place on its disk, in the folder of the bot, which is called by
// its token: nothing else is read, and nothing of it may reach an error's message.
async function readShared(path: string, token: string, signal: AbortSignal): Promise<Buffer> {
  const folders = normalize(path).split(sep);
  const bytes = folders.includes(token) ? await readFile(path, { signal }).catch(() => null) : null;
  if (bytes === null)
    throw new Fault(
      "channel.unreachable",
      "A file of the Bot API server cannot be read: share its folder with the service, under the same path.",
    );
  return bytes;
}
