import path from "node:path";
import { mock, PuppetMock } from "wechaty-puppet-mock";
import { createWechatChannel } from "#bot/wechat/channel.ts";
import { type DatabaseAddress, openDatabase } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import type { JobParts } from "#jobs/job.ts";
import { noteHeard } from "#jobs/note-heard.ts";
import { createLeadership } from "#src/compose/leadership.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { createRegister } from "#src/inbox/situation.ts";
import { createService } from "#src/compose/service.ts";
import { TEST_KEY } from "./city.ts";
import { silentLog } from "./silent-log.ts";

// One process of the service with WeChat over its simulated puppet: what a test starts, kills and freezes. Whoever
// scans the code is always at hand. It is told what people say, and tells what it does.

/** What it is started with, as its one argument in JSON. */
export type ReplicaSettings = {
  readonly database: DatabaseAddress;
  readonly holder: string;
  readonly folder: string;
  /** WeChat's ids of its people. */
  readonly people: readonly string[];
};
/** What it is told: somebody says something to the account, or after how many more sends WeChat hangs. */
export type Order = { readonly from: string; readonly text: string } | { readonly hangsAfter: number };
/** What it tells. */
export type Told =
  | { readonly is: "ready" }
  | { readonly is: "logged-in" | "logged-out" }
  | { readonly is: "sent"; readonly to: string; readonly text: string };

const LOOK_MS = 20;

const settings = JSON.parse(process.argv[2] ?? "{}") as ReplicaSettings;
const tell = (told: Told): void => void process.send?.(told);

const mocker = new mock.Mocker();
const puppet = new PuppetMock({ mocker });
const sendText = puppet.messageSendText.bind(puppet);
let sendsLeft = Infinity;
puppet.messageSendText = async (to, text) => {
  if (sendsLeft <= 0) await new Promise(() => undefined);
  sendsLeft -= 1;
  await sendText(to, text);
  tell({ is: "sent", to, text });
};
const account = mocker.createContact({ name: "履职助手" });
const people = new Map(settings.people.map((id) => [id, mocker.createContact({ id })]));

const database = openDatabase(settings.database);
const WECHAT = { channel: "wechat", bot: "main" };
const common = {
  vault: createVault(TEST_KEY),
  clock: () => new Date(),
  zone: "Asia/Shanghai",
  log: silentLog,
  policy: readPolicy("policy/wudang.yaml"),
};
const monotonic = (): number => performance.now();
const parts: JobParts = {
  ...common,
  db: database.db,
  anchor: { find: () => undefined, keep: () => undefined, forget: () => undefined },
  register: createRegister(database.db, common.policy, monotonic),
  running: [WECHAT],
};
const service = createService({
  ...common,
  database,
  random: Math.random,
  monotonic,
  holder: settings.holder,
  channels: (accept) => {
    const channel = createWechatChannel({
      puppet,
      bot: "main",
      memory: path.join(settings.folder, settings.holder),
      leadership: createLeadership(settings.database, silentLog),
      accept,
      files: {
        save: () => Promise.resolve("too-many"),
        kept: () => Promise.resolve(undefined),
        find: () => Promise.resolve(undefined),
        show: () => Promise.resolve(undefined),
      },
      clock: common.clock,
      random: Math.random,
      log: silentLog,
      show: () => undefined,
      present: async (began) => void (await noteHeard(parts, WECHAT, began)),
      mayOperate: () => false,
    });
    watch(channel.isLoggedIn);
    // Its pace has a test of its own.
    return [{ ...channel, pace: {} }];
  },
});

function watch(isLoggedIn: () => boolean): void {
  let was = false;
  setInterval(() => {
    if (puppet.state.active() === true && !puppet.isLoggedIn) mocker.login(account);
    if (isLoggedIn() === was) return;
    was = !was;
    tell({ is: was ? "logged-in" : "logged-out" });
  }, LOOK_MS);
}

await service.start();
process.on("message", (order: Order) => {
  if ("hangsAfter" in order) sendsLeft = order.hangsAfter;
  else people.get(order.from)?.say(order.text).to(account);
});
tell({ is: "ready" });
