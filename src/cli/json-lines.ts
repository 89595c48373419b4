import { once } from "node:events";

const FLUSH_CHARS = 65_536;

/** What a line said: its JSON value, or why it is none. */
export type JsonLine = { readonly value: unknown } | { readonly error: string };

function readJsonLine(line: string): JsonLine {
  try {
    const value: unknown = JSON.parse(line);
    return { value };
  } catch {
    return { error: "the line is not JSON" };
  }
}

/** Lines end at \n only: node:readline would also cut JSON strings at the line separators of Unicode. */
async function* splitLines(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding("utf8");
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest;
}

/** Answers every line of JSON in the input with one line of JSON, in order; blank lines are passed over. */
export async function answerJsonLines(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  answer: (line: JsonLine) => unknown,
): Promise<void> {
  let waiting = "";
  const flush = async (): Promise<void> => {
    const chunk = waiting;
    waiting = "";
    if (chunk !== "" && !output.write(chunk)) await once(output, "drain");
  };
  for await (const line of splitLines(input)) {
    const text = line.replace(/^\uFEFF/, "").trim();
    if (text === "") continue;
    waiting += `${JSON.stringify(answer(readJsonLine(text)))}\n`;
    if (waiting.length >= FLUSH_CHARS) await flush();
  }
  await flush();
}
