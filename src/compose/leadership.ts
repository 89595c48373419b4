import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { connect, type DatabaseAddress } from "#db/client.ts";
import { Fault } from "#src/kernel/fault.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { pause } from "#src/kernel/pause.ts";
import type { Leadership } from "#src/message/leadership.ts";

const STAND_MS = 1_000;
const PULSE_MS = 2_000;
const PULSE_PATIENCE_MS = 3_000;
// A leader that is frozen, not dead, keeps its connection: the server ends it when the pulse stops, which frees the
// lock. Longer than pulse and patience together and the time in which what is led must end.
const SILENCE = "7s";

/**
 * Leadership by advisory lock: the process whose connection holds the lock leads. A dead leader's lock is free as soon
 * as its connection is, a frozen one's after seven seconds; the others ask every second.
 */
export function createLeadership(address: DatabaseAddress, log: Log): Leadership {
  return (name, lead) => {
    const ending = new AbortController();
    const campaign = stand(address, log, name, lead, ending.signal);
    return {
      stop: async () => {
        ending.abort();
        await campaign;
      },
    };
  };
}

type Lead = Parameters<Leadership>[1];

async function stand(
  address: DatabaseAddress,
  log: Log,
  name: string,
  lead: Lead,
  end: AbortSignal,
): Promise<void> {
  while (!end.aborted) {
    const wire = connect(address, 1);
    try {
      while (!end.aborted && !(await takeLock(wire, name))) await pause(STAND_MS, end);
      if (!end.aborted) await leadUntilLost(wire, lead, end, () => log.warn("leadership.lost", { name }));
    } catch (error) {
      log.warn("leadership.failed", { name, ...errorFacts(error) });
    }
    // Ending the connection gives the lock back.
    await wire.end({ timeout: 1 });
    if (!end.aborted) await pause(STAND_MS, end);
  }
}

async function takeLock(wire: Sql, name: string): Promise<boolean> {
  await wire`select set_config('idle_session_timeout', ${SILENCE}, false)`;
  const [row] = await wire<{ taken: boolean; copy: boolean }[]>`
    select pg_try_advisory_lock(${lockOf(name)}::int8) as taken, pg_is_in_recovery() as copy`;
  // Its locks are not those of the main server, on which somebody else may lead.
  if (row?.copy === true) throw new Fault("database.unreachable", "The database is the copy of another one.");
  return row?.taken === true;
}

const lockOf = (name: string): string =>
  createHash("sha256").update(`lvzhi leader ${name}`).digest().readBigInt64BE().toString();

async function leadUntilLost(wire: Sql, lead: Lead, end: AbortSignal, lost: () => void): Promise<void> {
  const over = new AbortController();
  const signal = AbortSignal.any([end, over.signal]);
  const watch = async (): Promise<void> => {
    if (!(await keepPulse(wire, signal))) lost();
    over.abort();
  };
  const pulse = watch();
  try {
    await lead(signal);
  } finally {
    over.abort();
    await pulse;
  }
}

// True when it ends because it was told to; false when the lock may be gone. A new connection would not hold the lock.
async function keepPulse(wire: Sql, end: AbortSignal): Promise<boolean> {
  const session = await sessionOf(wire);
  while (!end.aborted) {
    await pause(PULSE_MS, end);
    if (!end.aborted && (await sessionOf(wire)) !== session) return false;
  }
  return true;
}

async function sessionOf(wire: Sql): Promise<number | null> {
  const asked = wire<{ pid: number }[]>`select pg_backend_pid() as pid`.then(
    ([row]) => row?.pid ?? null,
    () => null,
  );
  const late = sleep(PULSE_PATIENCE_MS, null, { ref: false });
  return Promise.race([asked, late]);
}
