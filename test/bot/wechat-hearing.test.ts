import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { FileBox } from "file-box";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { InboundMessage } from "#src/message/inbound.ts";
import { openWechatStage } from "#test/support/stages/wechat-stage.ts";
import { seen } from "#test/support/seen.ts";

// What a puppet or its provider does when it is slow or away.
let stage: Awaited<ReturnType<typeof openWechatStage>>;
beforeEach(async () => {
  stage = await openWechatStage();
});
afterEach(() => stage.close());

const MEGABYTE = 1024 * 1024;
const PHOTO = { name: "走访.jpg", bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) };
const never = (): Promise<never> => new Promise(() => undefined);
const away = (): Promise<never> => Promise.reject(new Error("14 UNAVAILABLE: connect ECONNREFUSED"));
const wordsOf = ({ body }: InboundMessage): string =>
  body.kind === "text" ? `${body.text}${body.attachments.map(({ name }) => name).join()}` : body.kind;
const heard = (...words: string[]): Promise<void> =>
  seen(() => (stage.accepted.length >= words.length ? true : undefined)).then(() =>
    expect(stage.accepted.map(wordsOf)).toEqual(words),
  );

/** Whatever is looked up about the message that comes next comes to nothing, until it is mended. */
function breakLookUp(how: () => Promise<never>): { mend: () => void } {
  const { puppet } = stage;
  const look = puppet.messagePayload.bind(puppet);
  let broken: string | null = null;
  puppet.messagePayload = (id) => (id === (broken ??= id) ? how() : look(id));
  return { mend: () => void (puppet.messagePayload = look) };
}

test("a message that can never be looked up holds up nobody for longer than a few seconds", async () => {
  breakLookUp(never);
  await stage.person.says("昨天走访黄连村12户");
  await stage.person.says("帮助");
  await heard("帮助");
}, 15_000);

test("a message whose look-up fails at first is heard all the same", async () => {
  const { mend } = breakLookUp(away);
  await stage.person.says("昨天走访黄连村12户");
  await sleep(500);
  mend();
  await heard("昨天走访黄连村12户");
}, 15_000);

test("where nobody knows who wrote what could not be had, those who were talking just then are asked", async () => {
  breakLookUp(away);
  const before = stage.breaks();
  await stage.person.says("昨天走访黄连村12户");
  await seen(() => (stage.alarms.includes("wechat.message-not-had") ? true : undefined));
  expect(stage.breaks()).toBe(before + 1);
}, 15_000);

test("somebody of whom nothing can be had is heard", async () => {
  stage.puppet.contactPayload = away;
  stage.stranger().says("昨天走访黄连村12户");
  await sleep(7_000);
  await heard("昨天走访黄连村12户");
}, 20_000);

test("a file that never comes does not hold up what its sender says next", async () => {
  stage.puppet.messageFile = never;
  await stage.person.sends(PHOTO);
  await stage.person.says("帮助");
  await heard("帮助");
}, 15_000);

test("a file that comes in time comes before what its sender says next", async () => {
  const had = stage.puppet.messageFile.bind(stage.puppet);
  stage.puppet.messageFile = (id) => sleep(500).then(() => had(id));
  await stage.person.sends(PHOTO);
  await stage.person.says("帮助");
  await heard(PHOTO.name, "帮助");
}, 15_000);

test("of a file that is too large no more is read than what is taken", async () => {
  const stream = new PassThrough();
  let read = 0;
  stream.on("data", (chunk: Buffer) => (read += chunk.length));
  const pour = setInterval(() => stream.write(Buffer.alloc(MEGABYTE)), 1);
  stage.puppet.messageFile = () => Promise.resolve(FileBox.fromStream(stream, "录像.mp4"));
  await stage.person.sends(PHOTO);
  await heard("unreadable");
  clearInterval(pour);
  expect(stream.destroyed).toBe(true);
  expect(read).toBeLessThan(12 * MEGABYTE);
}, 15_000);

test("a photo that came while the database was away is fetched once, and kept when it is back", async () => {
  let fetched = 0;
  let until = performance.now() + 6_000;
  const had = stage.puppet.messageFile.bind(stage.puppet);
  stage.puppet.messageFile = (id) => {
    fetched += 1;
    return had(id);
  };
  const save = stage.files.save.bind(stage.files);
  Object.assign(stage.files, {
    save: (...file: Parameters<typeof save>) =>
      performance.now() < until ? Promise.reject(new Error("connect ECONNREFUSED")) : save(...file),
  });
  await stage.person.sends(PHOTO);
  await sleep(6_000);
  until = 0;
  await heard(PHOTO.name);
  expect(fetched).toBe(1);
}, 25_000);
