import type { LostLeader } from "#src/domain/roster/lost-leaders.ts";
import { putBack } from "#src/domain/roster/put-back.ts";
import { changedFields } from "#src/domain/roster/plan-roster.ts";
import type {
  PersonChange,
  PlannedMandate,
  PlannedRest,
  RosterPlan,
} from "#src/domain/roster/roster-plan.ts";
import {
  LEVEL_NAMES,
  MANDATE_STATUS_NAMES,
  ORG_KIND_NAMES,
  ROSTER_SHEETS,
  STAFF_ROLE_NAMES,
} from "#src/domain/roster/roster-sheets.ts";
import type { KnownPerson, Ref, SeatFacts } from "#src/domain/roster/roster-state.ts";

/** Names for the rows of a plan, on file or new. */
export type RosterNames = {
  readonly org: (ref: Ref | null) => string | null;
  readonly person: (ref: Ref) => Pick<KnownPerson, "name" | "code"> | undefined;
  readonly mandate: (ref: Ref) => SeatFacts | undefined;
};

/**
 * Every change that a plan would make, a line each, in the order of the sheets; groups that would stand without a leader,
 * and whoever had left and would be back in office, come first, with a warning. Telephones are not shown.
 */
export function rosterChanges(
  plan: RosterPlan,
  names: RosterNames,
  lost: readonly LostLeader[] = [],
): string[] {
  const who = (ref: Ref): string => whoWords(names.person(ref));
  const back = putBack(plan);
  return [
    ...lost.map((one) => lostLine(one, who, names)),
    ...backLines(back, who, names),
    ...plan.orgs.map(({ name, kind }) => `新增机构:${name}(${nameIn(ORG_KIND_NAMES, kind)})`),
    ...plan.people.map(personLine),
    ...plan.mandates
      .filter((one) => one.row !== null && !back.includes(one))
      .map((one) => mandateLine(one, who, names)),
    ...closingLines(plan.mandates),
    ...plan.rests.map((one) => restLine(one, who, names)),
    ...plan.roles.map(({ before, after }) => {
      const role = `${who(after.personId)} ${nameIn(STAFF_ROLE_NAMES, after.role)}(${names.org(after.orgId) ?? ""})`;
      const time = `${after.from}起${after.to === null ? "" : `,到${after.to}`}`;
      return before === null
        ? `新增工作人员:${role},${time}`
        : `工作人员:${role},改为${time}(原来${before.from}起${before.to === null ? "" : `,到${before.to}`})`;
    }),
  ];
}

const lostLine = (
  { groupId, from, leaders }: LostLeader,
  who: (ref: Ref) => string,
  { org }: RosterNames,
): string =>
  `注意!${org(groupId) ?? ""}${from === null ? "" : `从${from}起`}没有组长了(原来是${leaders.map(who).join("、")})。新组长写进“${STAFF.name}”表:角色填${nameIn(STAFF_ROLE_NAMES, "group_leader")},所在机构填这个小组。`;

const backLines = (
  back: readonly PlannedMandate[],
  who: (ref: Ref) => string,
  names: RosterNames,
): readonly string[] =>
  back.length === 0
    ? []
    : [
        `注意!下面${back.length}位已登记辞职或终止,照这个文件会恢复为代表。文件要是旧的,请先改对:`,
        ...back.map((one) => mandateLine(one, who, names)),
        "其他变动:",
      ];

const nameIn = <V extends string>(names: Readonly<Record<string, V>>, value: V): string =>
  Object.entries(names).find(([, one]) => one === value)?.[0] ?? value;

const whoWords = (person: Pick<KnownPerson, "name" | "code"> | undefined): string =>
  person === undefined ? "" : `${person.name}${person.code === null ? "" : `(编号${person.code})`}`;

function personLine({ before, after }: PersonChange): string {
  const parts = [
    before.name !== after.name && `姓名 ${before.name}→${after.name}`,
    before.code !== after.code && `编号 ${before.code ?? "空"}→${after.code ?? "空"}`,
    before.phone !== after.phone && (before.phone === null ? "补电话" : "换电话"),
  ];
  return `人员:${whoWords(before)} ${parts.filter((part) => part !== false).join(",")}`;
}

const BEGINNINGS = { by_election: "补选", transfer: "调入", new_term: "新一届" } as const;

const seatWords = ({ level, term }: SeatFacts): string => `${nameIn(LEVEL_NAMES, level)} ${term}`;

function mandateLine(one: PlannedMandate, who: (ref: Ref) => string, { org }: RosterNames): string {
  const { after, before, begins } = one;
  if (before === null) {
    const place = org(after.groupId) ?? org(after.townshipId) ?? after.constituency ?? "";
    const beginning = begins === null ? "代表" : BEGINNINGS[begins];
    return `新增${beginning}:${who(after.personId)},${seatWords(after)},${place},${after.from}起${after.to === null ? "" : `,到${after.to}`}`;
  }
  const fields = changedFields(one).map(
    (field) => `${HEADS[field]} ${valueOf(before, field, org)}→${valueOf(after, field, org)}`,
  );
  return `变动:${who(after.personId)},${seatWords(after)}:${fields.join(";")}`;
}

type Field = ReturnType<typeof changedFields>[number];
const {
  staff: STAFF,
  mandates: { columns },
} = ROSTER_SHEETS;
const HEADS = {
  constituency: columns.constituency.head,
  groupId: columns.group.head,
  townshipId: columns.township.head,
  stationId: columns.station.head,
  from: columns.from.head,
  to: columns.to.head,
  status: columns.status.head,
} as const satisfies Record<Field, string>;

function valueOf(facts: SeatFacts, field: Field, org: RosterNames["org"]): string {
  switch (field) {
    case "groupId":
    case "townshipId":
    case "stationId":
      return org(facts[field]) ?? "空";
    case "status":
      return nameIn(MANDATE_STATUS_NAMES, facts.status);
    default:
      return facts[field] ?? "空";
  }
}

// A new term ends the old one for everybody: one line says so for each last day.
function closingLines(mandates: readonly PlannedMandate[]): string[] {
  const closed = mandates.filter((one) => one.row === null);
  const groups = Map.groupBy(closed, ({ after }) => `${seatWords(after)} 任职到 ${after.to ?? ""}`);
  return [...groups].map(([words, some]) => `换届:${words},文件里没有的${some.length}位(上一届的记录保留)`);
}

const RESTS = { new: "暂停", changed: "暂停改为", gone: "不再暂停" } as const;

function restLine(
  { mandateId, from, to, change, isAlong }: PlannedRest,
  who: (ref: Ref) => string,
  names: RosterNames,
): string {
  const held = names.mandate(mandateId);
  const name = held === undefined ? "" : who(held.personId);
  const until = to === null ? "" : `,到${to}`;
  const along = isAlong ? ",调动以后的任职随着变" : "";
  return `${RESTS[change]}:${name},${from}起${until}${along}`;
}
