import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { SecondReader } from "#src/understanding/proposal.ts";
import { ANSWER_FORM, INSTRUCTIONS } from "./instructions.ts";
import { parseAnswer } from "./parse-answer.ts";

/** An OpenAI-compatible endpoint, as far as the path before /chat/completions. */
export type ModelSettings = {
  readonly url: string;
  readonly name: string;
  readonly key?: string;
  readonly log: Log;
  /** Milliseconds that only ever grow. */
  readonly monotonic: () => number;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 5_000;
const LARGEST_ANSWER = 64 * 1024;
/** After so many failures in a row nobody waits for it for a while. */
const MOST_FAILURES = 3;
const REST_MS = 60_000;

/**
 * A language model as second reader. Nothing it answers is believed that is not of the one form; a redirect is not
 * followed, since it may lead out of the country; neither texts nor answers are logged.
 */
export function createSecondReader(settings: ModelSettings): SecondReader {
  let failures = 0;
  let failedAt = -Infinity;
  return {
    isThere: () => failures < MOST_FAILURES || settings.monotonic() - failedAt > REST_MS,
    read: async (text, today) => {
      try {
        const proposal = parseAnswer(await askModel(settings, JSON.stringify({ today, text })));
        failures = 0;
        if (proposal === undefined) settings.log.warn("model.answer-refused", {});
        return proposal;
      } catch (error) {
        failures += 1;
        failedAt = settings.monotonic();
        settings.log.warn("model.failed", { failures, ...errorFacts(error) });
        return undefined;
      }
    },
  };
}

async function askModel(settings: ModelSettings, message: string): Promise<string> {
  const { url, name, key, timeoutMs = TIMEOUT_MS } = settings;
  const response = await fetch(`${url.replace(/\/+$/u, "")}/chat/completions`, {
    method: "POST",
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      "content-type": "application/json",
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({
      model: name,
      temperature: 0,
      max_tokens: 200,
      response_format: { type: "json_schema", json_schema: ANSWER_FORM },
      messages: [
        { role: "system", content: INSTRUCTIONS },
        { role: "user", content: message },
      ],
    }),
  });
  if (!response.ok) throw new Error(`the endpoint answered ${response.status}`);
  return readAtMost(response, LARGEST_ANSWER);
}

async function readAtMost(response: Response, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) throw new Error("the endpoint's answer is too long");
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts).toString("utf8");
}
