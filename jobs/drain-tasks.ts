import { isTransient, type Tx } from "#db/client.ts";
import { insertAttachment } from "#db/queries/attachments.ts";
import { insertAudit } from "#db/queries/audit.ts";
import {
  type ClaimedTask,
  claimTask,
  extendTask,
  markTask,
  TASK_BEAT_MS,
  type TaskEnd,
} from "#db/queries/tasks.ts";
import type { ExportData, ExportTask } from "#src/domain/figures/export-data.ts";
import type { ExportNews } from "#src/domain/requests/export.ts";
import type { World } from "#src/domain/rules.ts";
import { readExport } from "#src/inbox/read-export.ts";
import { worldOf } from "#src/inbox/situation.ts";
import { errorFacts } from "#src/kernel/log.ts";
import { untilStopped } from "#src/kernel/until-stopped.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import { tell } from "#src/outbox/tell.ts";
import { exportFile } from "#src/text/export-file.ts";
import type { ExportReply } from "#src/text/export.ts";
import type { JobParts } from "./job.ts";

/** What a task works with: nothing of it is sealed. */
type TaskParts = Omit<JobParts, "anchor">;
import { createPump, type Pump } from "./pump.ts";

/** Failed this often, work is given up. */
const MOST_CLAIMS = 3;
/** Claimed this often and never finished, it may be what ends the process. */
const MOST_UNFINISHED = 6;

/** Does long work, one piece at a time, beside the messages; `done` is called when there is something to send. */
export function drainTasks(parts: TaskParts, done: () => void): Pump {
  return createPump({
    name: "tasks",
    log: parts.log,
    recover: () => Promise.resolve(),
    round: async (stop) => {
      const task = await parts.db.transaction((tx) => claimTask(tx));
      if (task === undefined) return 0;
      // Cut off, it is made anew once its lease has ended.
      await untilStopped(
        stop,
        underLease(parts, task, () => makeExport(parts, task)),
      );
      done();
      return 1;
    },
  });
}

async function underLease(
  { db, log }: TaskParts,
  task: ClaimedTask,
  work: () => Promise<void>,
): Promise<void> {
  const beat = setInterval(() => {
    db.transaction((tx) => extendTask(tx, task)).catch((error: unknown) =>
      log.warn("tasks.heartbeat-failed", errorFacts(error)),
    );
  }, TASK_BEAT_MS);
  try {
    await work();
  } finally {
    clearInterval(beat);
  }
}

type Made = { readonly data: ExportData; readonly bytes: Uint8Array; readonly wanted: ExportTask };

async function makeExport(parts: TaskParts, task: ClaimedTask): Promise<void> {
  const { db, log } = parts;
  const { calendar } = await parts.register.current();
  const world = worldOf(parts, calendar, parts.clock());
  const made = await tryToWrite(parts, task, world).catch((error: unknown) => {
    if (isTransient(error)) throw error;
    log.warn("tasks.export-failed", { task: task.id, claims: task.claims, ...errorFacts(error) });
    return "broken" as const;
  });
  if (made === "broken" && task.claims < MOST_CLAIMS) return; // the lease ends, and somebody tries again
  if (made === "broken") log.error("tasks.given-up", { task: task.id, claims: task.claims });
  await db.transaction((tx) => finish(tx, parts, { task, made, world }));
}

const tryToWrite = (parts: TaskParts, task: ClaimedTask, world: World): Promise<Made | "broken" | null> =>
  task.claims > MOST_UNFINISHED ? Promise.resolve("broken") : write(parts, task, world);

// Loaded when the first table is wanted: most processes never write one.
async function write({ db, vault }: TaskParts, task: ClaimedTask, world: World): Promise<Made | null> {
  const wanted = JSON.parse(vault.open(task.body)) as ExportTask;
  const { startWorkbookThread } = await import("#src/files/workbook-thread.ts");
  const workbook = startWorkbookThread();
  try {
    const data = await db.transaction((tx) => readExport(tx, workbook, task.personId, wanted, world));
    return data === null ? null : { data, bytes: await workbook.end(), wanted };
  } finally {
    await workbook.stop();
  }
}

type Finished = {
  readonly task: ClaimedTask;
  readonly made: Made | "broken" | null;
  readonly world: World;
};

async function finish(tx: Tx, parts: TaskParts, { task, made, world }: Finished): Promise<void> {
  const end: TaskEnd = made === null ? "refused" : made === "broken" ? "failed" : "done";
  if (!(await markTask(tx, task, end, world.now))) return;
  if (made === null || made === "broken") {
    const why = made === null ? "no-right" : "broken";
    return answer(tx, parts, task, { kind: "export.not-made", why }, world);
  }
  const { data, bytes, wanted } = made;
  const file = { id: parts.vault.token(`task ${task.key}`), ...exportFile(data) };
  await insertAttachment(tx, {
    ...file,
    conversation: task.conversation ?? `task:${task.id}`,
    readers: [task.personId],
    scope: data.scope === null ? null : [...data.scope],
    taskId: task.id,
    size: bytes.length,
    bytes: parts.vault.sealBytes(bytes),
    createdAt: world.now,
  });
  const line = { at: world.now, actorId: task.personId, action: "export.made", subject: "task" };
  await insertAudit(tx, [{ ...line, subjectId: task.id }]);
  const { every } = wanted;
  const word: ExportNews = {
    kind: "export.ready",
    subject: data.subject,
    records: data.tally.records,
    file,
    today: world.today,
    ...(every === undefined ? {} : { every }),
  };
  return answer(tx, parts, task, word, world);
}

// Into the conversation it was asked for in, or, where nobody asked, wherever the person is reached by day.
async function answer(
  tx: Tx,
  { vault }: TaskParts,
  { key, conversation, personId }: ClaimedTask,
  reply: ExportReply,
  world: World,
): Promise<void> {
  if (conversation !== null)
    await enqueue(tx, vault, [{ conversation, key: `task:${key}`, reply, dueAt: world.now }], world);
  else if (reply.kind === "export.ready")
    await tell(tx, vault, [{ to: personId, key: `task:${key}`, word: reply }], world);
}
