import { randomBytes } from "node:crypto";
import { type RosterMember, listRosterMembers } from "#db/queries/members.ts";
import { inChunks } from "#src/domain/in-chunks.ts";
import { localDay } from "#src/domain/local-time.ts";
import { invitePeople, revokePeople } from "#src/identify/invite.ts";
import { type Command, misused, withWorkshop } from "./command.ts";

const whoIs = ({ name, code, seat }: RosterMember): string =>
  [name, code, seat].filter((one) => one !== "").join(" ");

/** One person for each name, or a refusal that lists who could be meant. */
function resolve(names: readonly string[], members: readonly RosterMember[]): RosterMember[] {
  return names.map((name) => {
    const found = members.filter((one) => one.name === name || one.code === name);
    const [only] = found;
    if (only === undefined) throw misused(`There is nobody named ${name} on the roster.`);
    if (found.length > 1)
      throw misused(
        `${name} is ${found.length} people: ${found.map(whoIs).join("; ")}. Give the number instead.`,
      );
    return only;
  });
}

const AT_ONCE = 200;

/** Makes one-time codes; each is shown once and kept as a hash only. */
export const INVITE: Command = {
  usage: "NAME…|--all",
  does: "makes one-time codes that bind a chat account, valid for 24 hours",
  run: async (words, context) => {
    if (words.length === 0)
      throw misused("invite takes names, or --all for everybody who has no account yet.");
    await withWorkshop(context, async ({ config, database: { db }, vault, clock }) => {
      const now = clock();
      const base = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
      const members = await db.transaction((tx) => listRosterMembers(tx, localDay(now, config.TIME_ZONE)));
      const wanted = words[0] === "--all" ? members.filter((one) => !one.bound) : resolve(words, members);
      // Hashing takes its time: who has his code has it, whatever becomes of the others.
      for (const some of inChunks(wanted, AT_ONCE)) {
        const people = some.map((one) => one.personId);
        const codes = await db.transaction((tx) => invitePeople(tx, vault, people, now, randomBytes));
        for (const [at, { typed, link }] of codes.entries()) {
          const member = some[at];
          const who = member === undefined ? "" : whoIs(member);
          context.print(`${who}\t${typed.slice(0, 5)}-${typed.slice(5)}\t${base}/#code=${link}`);
        }
      }
    });
  },
};

/** Takes somebody's accounts and open codes away. */
export const REVOKE: Command = {
  usage: "NAME",
  does: "takes somebody's chat accounts and open codes away",
  run: async ([name, ...more], context) => {
    if (name === undefined || more.length > 0) throw misused("revoke takes one NAME.");
    await withWorkshop(context, async ({ config, database: { db }, clock, vault }) => {
      const now = clock();
      const gone = await db.transaction(async (tx) => {
        const members = await listRosterMembers(tx, localDay(now, config.TIME_ZONE));
        return revokePeople(
          tx,
          vault,
          resolve([name], members).map((one) => one.personId),
          now,
        );
      });
      context.print(`${name}: ${gone} accounts taken away; open codes are void.`);
    });
  },
};
