import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, openDatabase } from "#db/client.ts";
import { seedDemo } from "#db/demo/seed.ts";
import { CAST } from "#db/demo/cast.ts";
import { keepFile } from "#bot/keep-file.ts";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { createService, type Service, type ServiceParts } from "#src/compose/service.ts";
import { BOUNDLESS } from "#src/kernel/allowance.ts";
import type { Accept, Channel } from "#src/message/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { cloneDatabase } from "./database.ts";
import { readPolicy } from "./policy.ts";
import { watchDates } from "./misdated.ts";
import { nothingWaits } from "./nothing-waits.ts";
import { silentLog } from "./silent-log.ts";
import { createWire, type Wire } from "./wire.ts";

const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const TEST_KEY = "a key for tests, long enough to be one";

/** The whole service on a database of its own: real PostgreSQL, a clock that a test moves, a network that it owns. */
export type City = {
  readonly database: Awaited<ReturnType<typeof cloneDatabase>>;
  readonly service: Service;
  readonly wire: Wire;
  now: Date;
  /** Somebody of the demo cast, by name. */
  readonly person: (name: string) => Person;
  /** Starts another process's worth of the service on the same database, with connections of its own. */
  readonly another: () => Promise<Service>;
  readonly close: () => Promise<void>;
};

export type Person = {
  /** Sends words and waits for everything that is said in answer. */
  readonly says: (text: string) => Promise<readonly OutboundMessage[]>;
  /** Sends words that the network knows by an id, or changes what was sent under it. */
  readonly writes: (networkId: string, text: string, edited?: true) => Promise<readonly OutboundMessage[]>;
  /** Sends pictures, with words or without, and waits for everything that is said in answer. */
  readonly shows: (pictures: number, text?: string) => Promise<readonly OutboundMessage[]>;
  /** Sends a file, with words or without, and waits for everything that is said in answer. */
  readonly sends: (name: string, bytes: Uint8Array, text?: string) => Promise<readonly OutboundMessage[]>;
  /** Taps the choice with this label, full-width marks or not, on the newest message that offers it. */
  readonly taps: (label: string) => Promise<readonly OutboundMessage[]>;
  /** Taps a choice by its id. */
  readonly tapsId: (id: string) => Promise<readonly OutboundMessage[]>;
  /** All that this person was ever sent. */
  readonly heard: () => readonly OutboundMessage[];
};

/**
 * Opens the demo district at a moment (default: a Wednesday morning in September 2026), where everybody may send as
 * much as `allowance` says, or as much as he likes. `others` are networks besides the test's own,
 * `more` what the service has besides, or instead; a `database` that is given is opened as it is.
 */
export async function openCity(
  at = "2026-09-16T09:00:00+08:00",
  allowance = BOUNDLESS,
  others: (
    accept: Accept,
    house: Pick<Database, "db"> & { files: FileStore },
  ) => readonly Channel[] = () => [],
  {
    database: given,
    ...more
  }: Partial<Pick<ServiceParts, "secondReader" | "policy"> & { database: City["database"] }> = {},
): Promise<City> {
  const database = given ?? (await cloneDatabase());
  const state = { now: new Date(at) };
  const wire = createWire("web", "demo", (message) => watchDates(message, state.now));
  const vault = createVault(TEST_KEY);
  if (given === undefined) await database.db.transaction((tx) => seedDemo(tx, state.now));
  const files = createFileStore(database.db, vault, { clock: () => state.now, zone: "Asia/Shanghai" });
  const open = (own: Database): Service =>
    createService({
      database: own,
      vault,
      clock: () => state.now,
      zone: "Asia/Shanghai",
      log: silentLog,
      random: () => 0,
      policy: readPolicy(),
      monotonic: () => performance.now(),
      holder: `city-${randomUUID()}`,
      allowance,
      channels: (accept) => [wire, ...others(accept, { db: own.db, files })],
      ...more,
    });
  const service = open(database);
  const keep: Surroundings["keep"] = async (conversation, called, bytes = PICTURE) => {
    const kept = await keepFile(files, conversation, { name: called, bytes: Buffer.from(bytes) });
    if (typeof kept === "string") throw new Error(`the file was not kept: ${kept}`);
    return { id: kept.id, name: kept.name, type: kept.type };
  };
  const besides: { readonly service: Service; readonly own: Database }[] = [];
  await service.start();
  return {
    database,
    service,
    wire,
    get now() {
      return state.now;
    },
    set now(value) {
      state.now = value;
    },
    person: (name) =>
      person(
        { service, wire, clock: () => state.now, isQuiet: () => nothingWaits(database, state.now), keep },
        name,
      ),
    another: async () => {
      const own = openDatabase(database.address);
      const other = { service: open(own), own };
      besides.push(other);
      await other.service.start();
      return other.service;
    },
    close: async () => {
      for (const other of besides) {
        await other.service.stop();
        await other.own.close();
      }
      await service.stop();
      await database.drop();
    },
  };
}

type Surroundings = {
  readonly service: Service;
  readonly wire: Wire;
  readonly clock: () => Date;
  readonly isQuiet: () => Promise<boolean>;
  /** Keeps a file, or a picture, as if somebody had sent it. */
  readonly keep: (conversation: string, name: string, bytes?: Uint8Array) => Promise<AttachmentRef>;
};

function person({ service, wire, clock, isQuiet, keep }: Surroundings, name: string): Person {
  const id = CAST.find((one) => one.name === name)?.id ?? name;
  const conversation = `web:demo:${id}`;
  const heard = () => wire.sent.filter((one) => one.conversation === conversation);
  const send = async (
    body: Parameters<Service["accept"]>[0]["body"],
    network: { readonly networkId?: string } = {},
  ): Promise<readonly OutboundMessage[]> => {
    const before = heard().length;
    const externalId = `${id}/${randomUUID()}`;
    const common = {
      ...network,
      channel: "web",
      bot: "demo",
      conversation,
      sender: conversation,
      sentAt: clock(),
    };
    await service.accept({ ...common, externalId, body });
    await settled(isQuiet);
    return heard().slice(before);
  };
  return {
    heard,
    says: (text) => send({ kind: "text", text, attachments: [] }),
    writes: (networkId, text, edited) =>
      send({ kind: "text", text, attachments: [], ...(edited === true ? { edited } : {}) }, { networkId }),
    shows: async (pictures, text = "") => {
      const names = Array.from({ length: pictures }, (_, index) => `现场${index + 1}.png`);
      const attachments = await Promise.all(names.map((called) => keep(conversation, called)));
      return send({ kind: "text", text, attachments });
    },
    sends: async (called, bytes, text = "") =>
      send({ kind: "text", text, attachments: [await keep(conversation, called, bytes)] }),
    tapsId: (choice) => send({ kind: "choice", choice }),
    taps: (label) => {
      const isMeant = (choice: { readonly label: string }): boolean =>
        choice.label.normalize("NFKC") === label.normalize("NFKC");
      const choice = heard()
        .findLast((one) => one.choices.some(isMeant))
        ?.choices.find(isMeant)?.id;
      if (choice === undefined) throw new Error(`${name} was never offered ${label}`);
      return send({ kind: "choice", choice });
    },
  };
}

async function settled(isQuiet: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 5_000;
  while (!(await isQuiet()) && performance.now() < until) await sleep(3);
}
