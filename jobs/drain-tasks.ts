import { type DatabaseAddress, isTransient, type Tx } from "#db/client.ts";
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
import type { OwnCopyNews } from "#src/domain/requests/own-data.ts";
import type { World } from "#src/domain/rules.ts";
import { worldOf } from "#src/inbox/situation.ts";
import { errorFacts } from "#src/kernel/log.ts";
import { untilStopped } from "#src/kernel/until-stopped.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import { tell } from "#src/outbox/tell.ts";
import type { ExportReply } from "#src/text/export.ts";
import type { JobParts } from "./job.ts";
import { beside } from "./beside.ts";
import type { MadeFile, MadeWord } from "./made-file.ts";
import { makeExport } from "./make-export.ts";
import { makeOwnCopy } from "./make-own-copy.ts";
import { createPump, type Pump } from "./pump.ts";

/** What a task works with: nothing of it is sealed. Long reading has a connection of its own to `address`. */
type TaskParts = Omit<JobParts, "anchor"> & { readonly address: DatabaseAddress };

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
        underLease(parts, task, () => doTask(parts, task)),
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

async function doTask(parts: TaskParts, task: ClaimedTask): Promise<void> {
  const { db, log } = parts;
  const { calendar } = await parts.register.current();
  const world = worldOf(parts, calendar, parts.clock());
  const made = await tryToMake(parts, task, world).catch((error: unknown) => {
    if (isTransient(error)) throw error;
    log.warn("tasks.export-failed", { task: task.id, claims: task.claims, ...errorFacts(error) });
    return "broken" as const;
  });
  if (made === "broken" && task.claims < MOST_CLAIMS) return; // the lease ends, and somebody tries again
  if (made === "broken") log.error("tasks.given-up", { task: task.id, claims: task.claims });
  const finishing = (tx: Tx): Promise<void> => finish(tx, parts, { task, made, world });
  // A large file takes the database a while, and messages are not to wait for it.
  await (isFile(made) ? beside(parts.address, finishing) : db.transaction(finishing));
}

async function tryToMake(parts: TaskParts, task: ClaimedTask, world: World): Promise<Made> {
  if (task.claims > MOST_UNFINISHED) return "broken";
  return task.kind === "own-data" ? makeOwnCopy(parts, task, world) : makeExport(parts, task, world);
}

type Made = MadeFile | MadeWord | "broken" | null;
const isFile = (made: Made): boolean => made !== null && made !== "broken" && "bytes" in made;

type Finished = {
  readonly task: ClaimedTask;
  readonly made: Made;
  readonly world: World;
};

async function finish(tx: Tx, parts: TaskParts, { task, made, world }: Finished): Promise<void> {
  const end: TaskEnd = made === null ? "refused" : made === "broken" ? "failed" : "done";
  if (!(await markTask(tx, task, end, world.now))) return;
  if (made === null || made === "broken") {
    const why = made === null ? "no-right" : "broken";
    const isCopy = task.kind === "own-data";
    return answer(
      tx,
      parts,
      task,
      isCopy ? { kind: "data.export-failed" } : { kind: "export.not-made", why },
      world,
    );
  }
  if (!("bytes" in made)) return answer(tx, parts, task, made.word, world);
  const { name, type, bytes, scope, word } = made;
  const file = { id: parts.vault.token(`task ${task.key}`), name, type };
  await insertAttachment(tx, {
    ...file,
    conversation: task.conversation ?? `task:${task.id}`,
    readers: [task.personId],
    scope: scope === null ? null : [...scope],
    taskId: task.id,
    size: bytes.length,
    bytes: parts.vault.sealBytes(bytes),
    createdAt: world.now,
  });
  const action = task.kind === "own-data" ? "data.export-made" : "export.made";
  await insertAudit(tx, [
    { at: world.now, actorId: task.personId, action, subject: "task", subjectId: task.id },
  ]);
  return answer(tx, parts, task, word(file), world);
}

// Into the conversation it was asked for in, or, where nobody asked, wherever the person is reached by day.
async function answer(
  tx: Tx,
  { vault }: TaskParts,
  { key, conversation, personId }: ClaimedTask,
  reply: ExportReply | OwnCopyNews,
  world: World,
): Promise<void> {
  if (conversation !== null)
    await enqueue(tx, vault, [{ conversation, key: `task:${key}`, reply, dueAt: world.now }], world);
  else if (reply.kind === "export.ready" || reply.kind === "export.quiet")
    await tell(tx, vault, [{ to: personId, key: `task:${key}`, word: reply }], world);
}
