import { toComplaint } from "#src/kernel/complaint.ts";
import { INVITE, REVOKE } from "./lvzhi/access.ts";
import { BACKUP, RESTORE } from "./lvzhi/backup.ts";
import { DOCTOR } from "./lvzhi/doctor.ts";
import type { Command } from "./lvzhi/command.ts";
import { IMPORT_RECORDS } from "./lvzhi/import-records.ts";
import { IMPORT_ROSTER } from "./lvzhi/import-roster.ts";
import { IMPORT_PLAN } from "./lvzhi/import-plan.ts";
import { JOB } from "./lvzhi/job.ts";
import { LEARN } from "./lvzhi/learn.ts";
import { LEARN_DANGER } from "./lvzhi/learn-danger.ts";
import { NOT_YET } from "./lvzhi/not-yet.ts";
import { POLICY } from "./lvzhi/policy.ts";
import { PLAN_TEMPLATE, RECORDS_TEMPLATE, ROSTER_TEMPLATE } from "./lvzhi/roster-template.ts";
import { RETRAIN } from "./lvzhi/retrain.ts";
import { ROTATE_KEY } from "./lvzhi/rotate-key.ts";
import { TRAIN } from "./lvzhi/train.ts";
import { VERIFY_AUDIT } from "./lvzhi/verify-audit.ts";

/** The operator's commands. Each prints its answer, or throws a Fault with one sentence and changes nothing. */
const COMMANDS: Readonly<Record<string, Command>> = {
  "roster-template": ROSTER_TEMPLATE,
  "import-roster": IMPORT_ROSTER,
  "records-template": RECORDS_TEMPLATE,
  "import-records": IMPORT_RECORDS,
  "plan-template": PLAN_TEMPLATE,
  "import-plan": IMPORT_PLAN,
  invite: INVITE,
  revoke: REVOKE,
  job: JOB,
  "verify-audit": VERIFY_AUDIT,
  policy: POLICY,
  doctor: DOCTOR,
  backup: BACKUP,
  restore: RESTORE,
  "rotate-key": ROTATE_KEY,
  train: TRAIN,
  retrain: RETRAIN,
  learn: LEARN,
  "learn-danger": LEARN_DANGER,
  ...NOT_YET,
};

const usage = (): string =>
  Object.entries(COMMANDS)
    .map(([name, { usage: words, does }]) => `  ${`${name} ${words}`.trim().padEnd(28)} ${does}`)
    .join("\n");

const [name = "", ...rest] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) {
  const said = name === "" ? "" : `There is no command ${name}.\n`;
  console.error(`${said}usage: npm run -s lvzhi -- COMMAND\n${usage()}`);
  process.exitCode = 1;
} else {
  try {
    await command.run(rest, { environment: process.env, real: () => new Date(), print: console.log });
  } catch (error) {
    console.error(toComplaint(error));
    process.exitCode = 1;
  }
}
