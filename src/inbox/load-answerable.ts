import type { Tx } from "#db/client.ts";
import { type Call, listInvitations } from "#db/queries/invitations.ts";
import { listToldAbsent } from "#db/queries/standing-absences.ts";
import { readNoticeAnswer } from "#src/dialog/notice-answer.ts";
import { readLeaveAnew } from "#src/dialog/read-leave-anew.ts";
import { readHalves } from "#src/dialog/read-halves.ts";
import { readSeveral } from "#src/dialog/read-several.ts";
import { writtenOut } from "#src/dialog/spoken-number.ts";
import { yearOf } from "#src/domain/day.ts";
import { readObjection } from "#src/dialog/objection-words.ts";
import { daysBefore } from "#src/domain/ago.ts";
import type { Facts } from "#src/domain/facts.ts";
import { toLocal } from "#src/domain/local-time.ts";
import type { Speaker } from "#src/domain/person.ts";
import type { World } from "#src/domain/rules.ts";
import type { InboundBody } from "#src/message/inbound.ts";

/** What a deputy's words may answer: notices that lie open, or an absence that was told of. */
type Answerable = Pick<Facts, "invitations" | "sittings" | "toldAbsent">;

/** So many days a deputy's words may be about an absence that was told of; and so many they are likely to be. */
const TOLD_LATELY = 60;
const TOLD_JUST = 10;

/** Looks up what a batch of messages may answer, and only for deputies whose words may answer it; by speaker. */
export async function loadAnswerable(
  tx: Tx,
  speakers: readonly Speaker[],
  bodies: readonly InboundBody[],
  world: World,
): Promise<(speaker: Speaker) => Answerable> {
  const answering = deputiesWhose(
    speakers,
    bodies,
    (text) =>
      readNoticeAnswer(text, world.today) !== undefined ||
      readObjection(text) !== undefined ||
      /不请假了/u.test(text) ||
      readLeaveAnew(text) !== undefined ||
      readHalves(text, world.today) !== undefined ||
      readSeveral(writtenOut(text, yearOf(world.today)), world.today) !== undefined,
  );
  const objecting = deputiesWhose(speakers, bodies, mayBeAboutAbsence);
  const [invitations, absent] = await Promise.all([
    listInvitations(tx, answering, world.now),
    listToldAbsent(tx, objecting, daysBefore(world.now, TOLD_LATELY)),
  ]);
  const justNow = daysBefore(world.now, TOLD_JUST);
  return (speaker) => {
    if (speaker.kind !== "member") return {};
    const open = invitations.get(speaker.personId);
    const called = open === undefined ? {} : toCalled(open, world.zone);
    const told = absent.get(speaker.personId);
    const toldAbsent = told === undefined ? undefined : told >= justNow ? "just" : "lately";
    return { ...called, ...(toldAbsent && { toldAbsent }) };
  };
}

const NOON = 12 * 60;

// A session is one call; its sittings are known beside it.
const toCalled = (calls: readonly Call[], zone: string): Answerable => ({
  invitations: calls.filter(({ session }) => session === null).map((one) => withHalf(one, zone)),
  sittings: calls.flatMap(({ session, ...call }) => {
    if (session === null) return [];
    return [{ ...withHalf({ session, ...call }, zone), session }];
  }),
});

function withHalf({ number, on, kind, title, answer, startsAt }: Call, zone: string) {
  const { minute } = toLocal(new Date(startsAt), zone);
  const half = minute < NOON ? ("morning" as const) : ("afternoon" as const);
  return { number, on, kind, title, answer, half };
}

const mayBeAboutAbsence = (text: string): boolean =>
  readObjection(text) !== undefined || text.trim().startsWith("为什么");

const deputiesWhose = (
  speakers: readonly Speaker[],
  bodies: readonly InboundBody[],
  isMeant: (text: string) => boolean,
): number[] =>
  speakers.flatMap((speaker, index) => {
    const body = bodies[index];
    if (speaker.kind !== "member" || speaker.mandates.length === 0 || body?.kind !== "text") return [];
    return isMeant(body.text) ? [speaker.personId] : [];
  });
