import fc from "fast-check";
import { labelled, read, score, type Labelled } from "#test/support/reading.ts";
import type { Bench, Figures, Progress } from "./bench.ts";
import { worstInputs } from "./worst-inputs.ts";

const CONTEXT = { at: "2026-09-16T20:00:00+08:00", people: ["李明", "王芳"], places: ["羊昌镇", "黄连村"] };
const percent = (share: number): number => Number((share * 100).toFixed(2));

async function accuracy(file: string, name: string): Promise<Figures> {
  const messages = await labelled(file);
  const figures = new Map<string, number>();
  const judge = async (key: string, some: readonly Labelled[]): Promise<void> => {
    const { fieldAccuracy, silent, needless } = await score(some);
    figures.set(`${key} messages`, some.length);
    figures.set(`${key} field accuracy %`, percent(fieldAccuracy));
    figures.set(`${key} silent wrong %`, percent(silent));
    figures.set(`${key} needless %`, percent(needless));
  };
  await judge(name, messages);
  for (const style of new Set(messages.map((one) => one.style)))
    if (style !== undefined)
      await judge(
        `${name} ${style}`,
        messages.filter((one) => one.style === style),
      );
  if (name === "more" || name === "held")
    for (const batch of new Set(messages.map((one) => one.batch)))
      await judge(
        `${name} ${batch}`,
        messages.filter((one) => one.batch === batch),
      );
  return Object.fromEntries(figures);
}

async function speed(): Promise<Figures> {
  const [first] = await labelled("messages.own.jsonl");
  const said = [...(await labelled("messages.own.jsonl")), ...(await labelled("messages.dev.jsonl"))];
  // The names of a house are one list, as they are in the service.
  const messages = said.map((one) => ({ ...one, people: first?.people ?? [], places: first?.places ?? [] }));
  for (let turn = 0; turn < 3; turn += 1) for (const message of messages) read(message);
  const times: number[] = [];
  const started = process.cpuUsage();
  for (let turn = 0; turn < 5; turn += 1)
    for (const message of messages) {
      const from = performance.now();
      read(message);
      times.push(performance.now() - from);
    }
  // Time on a core, not on the clock: others may use the machine.
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  times.sort((a, b) => a - b);
  const at = (share: number): number => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(3));
  return { "messages/s": Math.round(times.length / seconds), "p50 ms": at(0.5), "p99 ms": at(0.99) };
}

function worst(): Figures {
  let slowest = { name: "", time: 0 };
  for (const [name, text] of worstInputs(4096)) {
    let time = Infinity;
    for (let turn = 0; turn < 3; turn += 1) {
      // Another text each time: what was read just now may be remembered.
      const another = `${text.slice(0, -1)}${turn}`;
      const from = performance.now();
      read({ ...CONTEXT, id: name, text: another });
      time = Math.min(time, performance.now() - from);
    }
    if (time > slowest.time) slowest = { name, time };
  }
  return { "worst 4,096 characters ms": Number(slowest.time.toFixed(2)), "worst input": slowest.name };
}

const PIECES =
  "走访 了 12 户 群众 反映 路灯 不亮 , 。 、 : ; \n 1. ① 一是 昨天 9月 31号 和 李明 在 黄连村 不对 是 改成 请假 吗 ? 我 的 没 去 （ ) \u0000 \ud800 𠮷 ｎ ９ 訪 a 半 万 两 几 点 ：  建议 关于 满意 撤回 值班 接待 常委会 调解 起 元".split(
    " ",
  );

// Words and marks that patterns look for, and among them anything at all.
const Message = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((all) => all.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
);

/** So many are made with one seed; then it is told how far it is. */
const AT_ONCE = 50_000;

// Nothing may throw. What does is shrunk to the shortest message that does.
function fuzz(times: number, progress: Progress): Figures {
  for (let done = 0; done < times;) {
    const numRuns = Math.min(AT_ONCE, times - done);
    fc.assert(
      fc.property(Message, (text) => void read({ ...CONTEXT, id: "fuzz", text })),
      { numRuns, seed: SEED + done },
    );
    done += numRuns;
    if (done >= AT_ONCE) progress(`${done} random messages read`);
  }
  return { "random messages without a fault": times };
}

const SEED = 20_260_916;

export const bench: Bench = {
  name: "understanding",
  summary:
    "how right and how fast messages are read: by style, messages/s, worst inputs, --fuzz N random ones",
  async run(options, progress) {
    const times = Number(options.get("fuzz") ?? 20_000) || 1_000_000;
    return {
      ...(await accuracy("messages.dev.jsonl", "dev")),
      ...(await accuracy("messages.own.jsonl", "own")),
      ...(await accuracy("messages.more.jsonl", "more")),
      ...(await accuracy("messages.held.jsonl", "held")),
      ...(await speed()),
      ...worst(),
      ...fuzz(times, progress),
    };
  },
};
