import { expect } from "vitest";
import type { Channel } from "#src/message/channel.ts";
import type { StoredFile } from "#src/message/file-store.ts";
import type { InboundMessage } from "#src/message/inbound.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { seen } from "./seen.ts";
import { sendWhole } from "./send-whole.ts";

/** What a person sees of one message, in whatever form the network shows it. */
export type Seen = { readonly text: string; readonly files: readonly string[] };

/** One channel on a network that a test owns, with one person on the other side. */
export type Stage = {
  readonly channel: Channel;
  readonly accepted: InboundMessage[];
  /** Called before each message is stored; what it throws is a database that is away. */
  onAccept: (message: InboundMessage) => void;
  /** The conversation with the person. */
  readonly conversation: string;
  readonly keep: (file: { name: string; type: string; bytes: Buffer }) => StoredFile;
  readonly person: {
    readonly says: (text: string) => Promise<void> | void;
    /** Does what a person does to choose this label of the newest menu. */
    readonly chooses: (label: string) => Promise<void> | void;
    readonly sends: (file: { name: string; bytes: Buffer }) => Promise<void> | void;
    readonly sendsSomethingElse: () => Promise<void> | void;
    readonly sees: () => Promise<readonly Seen[]>;
  };
  readonly network: {
    /** Delivers the last message once more, as after a lost acknowledgement. */
    readonly redelivers: () => Promise<void> | void;
    /** Something the bot itself wrote comes back. */
    readonly echoes: () => Promise<void> | void;
    readonly saysInGroup: (text: string) => Promise<void> | void;
    /** From now on the network does this with what is sent. */
    readonly answers: (how: "well" | "refused" | "never") => void;
  };
  readonly close: () => Promise<void>;
};

export const CLAUSES = {
  redelivery: "a message that is delivered again has the same id",
  unstored: "a message that could not be stored comes again",
  own: "its own messages are not heard",
  groups: "what is said in groups is not heard",
  choice: "a choice comes back as the one that was offered",
  long: "a long answer arrives whole, in order",
  "file-in": "a file that is sent arrives with the message",
  "file-out": "a file that is answered with arrives with the answer",
  unknown: "what the program cannot read is named, not dropped",
  refused: "a refused send is a fault that says it did not arrive",
  slow: "a send that gets no answer ends with its signal",
  order: "what one person says keeps its order",
  restart: "after a stop and a start everything said meanwhile is heard once",
} as const;
export type Clause = keyof typeof CLAUSES;

const LONG = Array.from({ length: 900 }, (_, index) => `第${index + 1}条 走访黄连村`).join("\n");
/** A picture of one point. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let sequence = 0;

const toPerson = (stage: Stage, text: string, more: Partial<OutboundMessage> = {}): OutboundMessage => ({
  conversation: stage.conversation,
  key: `contract-${(sequence += 1)}`,
  kind: "help.menu",
  text,
  choices: [],
  attachments: [],
  ...more,
});

const send = (stage: Stage, message: OutboundMessage, ms = 5_000) => sendWhole(stage.channel, message, ms);

const heard = (stage: Stage, count: number) =>
  seen(() => (stage.accepted.length >= count ? stage.accepted : undefined));

// What the inbox keeps of what was heard: each id once.
const stored = ({ accepted }: Stage): InboundMessage[] =>
  accepted.filter(
    (one, index) => accepted.findIndex(({ externalId }) => externalId === one.externalId) === index,
  );

const textsOf = (messages: readonly InboundMessage[]): string[] =>
  messages.map(({ body }) => (body.kind === "text" ? body.text : body.kind));

const codeOf = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => "sent",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );

/** What each clause means, as something to do and to expect. */
export const PROOFS: Readonly<Record<Clause, (stage: Stage) => Promise<void>>> = {
  redelivery: async (stage) => {
    await stage.person.says("昨天走访黄连村12户");
    const [first] = await heard(stage, 1);
    await stage.network.redelivers();
    const [, again] = await heard(stage, 2);
    expect(again?.externalId).toBe(first?.externalId);
  },
  unstored: async (stage) => {
    let away = 2;
    stage.onAccept = () => {
      away -= 1;
      if (away >= 0) throw new Error("the database is away");
    };
    await stage.person.says("数据库刚才不在");
    const [message] = await heard(stage, 1);
    expect(textsOf(message === undefined ? [] : [message])).toEqual(["数据库刚才不在"]);
  },
  own: async (stage) => {
    await send(stage, toPerson(stage, "您好"));
    await stage.network.echoes();
    await stage.person.says("在吗");
    expect(textsOf(await heard(stage, 1))).toEqual(["在吗"]);
  },
  groups: async (stage) => {
    await stage.network.saysInGroup("昨天走访黄连村12户");
    await stage.person.says("在吗");
    expect(textsOf(await heard(stage, 1))).toEqual(["在吗"]);
  },
  choice: async (stage) => {
    const choices = [
      { id: "AAAAbbbbCCCCdddd", label: "对,记下来" },
      { id: "EEEEffffGGGGhhhh", label: "改一下" },
    ];
    await send(stage, toPerson(stage, "走访12户,对吗?", { choices }));
    await stage.person.chooses("改一下");
    const [message] = await heard(stage, 1);
    // A channel without buttons sends the number of the menu, which the inbox looks up in the same conversation.
    const chosen = message?.body.kind === "choice" ? message.body.choice : textsOf(stage.accepted)[0];
    expect(["EEEEffffGGGGhhhh", "2"]).toContain(chosen);
  },
  long: async (stage) => {
    await send(stage, toPerson(stage, LONG));
    const texts = await seen(async () => {
      const shown = (await stage.person.sees()).map((one) => one.text);
      return shown.join("\n").includes("第900条") ? shown : undefined;
    });
    expect(texts.join("\n").trim()).toBe(LONG);
  },
  "file-in": async (stage) => {
    await stage.person.sends({ name: "现场.png", bytes: PNG });
    const [message] = await heard(stage, 1);
    expect(message?.body).toMatchObject({ kind: "text", attachments: [{ type: "image/png" }] });
  },
  "file-out": async (stage) => {
    const { id, name, type } = stage.keep({ name: "路灯.png", type: "image/png", bytes: PNG });
    await send(stage, toPerson(stage, "请看照片", { attachments: [{ id, name, type }] }));
    const files = await seen(async () => {
      const shown = (await stage.person.sees()).flatMap((one) => one.files);
      return shown.length > 0 ? shown : undefined;
    });
    expect(files).toEqual(["路灯.png"]);
  },
  unknown: async (stage) => {
    await stage.person.sendsSomethingElse();
    const [message] = await heard(stage, 1);
    expect(message?.body.kind).toBe("unreadable");
  },
  refused: async (stage) => {
    stage.network.answers("refused");
    const code = await codeOf(send(stage, toPerson(stage, "您好")));
    expect(["channel.refused", "channel.blocked"]).toContain(code);
  },
  slow: async (stage) => {
    stage.network.answers("never");
    const began = performance.now();
    expect(await codeOf(send(stage, toPerson(stage, "您好"), 300))).toBe("channel.unreachable");
    expect(performance.now() - began).toBeLessThan(3_000);
  },
  order: async (stage) => {
    const said = Array.from({ length: 20 }, (_, index) => `第${index + 1}句`);
    for (const text of said) await stage.person.says(text);
    const all = await seen(() => (stored(stage).length >= said.length ? stored(stage) : undefined));
    expect(textsOf(all)).toEqual(said);
  },
  restart: async (stage) => {
    await stage.person.says("停之前");
    await heard(stage, 1);
    await stage.channel.stop();
    await stage.person.says("停着的时候");
    await stage.channel.start();
    await stage.person.says("起来以后");
    const all = await seen(() => (stored(stage).length >= 3 ? stored(stage) : undefined));
    expect(textsOf(all)).toEqual(["停之前", "停着的时候", "起来以后"]);
  },
};
