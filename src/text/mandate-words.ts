import { addDays } from "#src/domain/day.ts";
import type { MandateView, SeatView } from "#src/domain/requests/mandate.ts";
import { day, short } from "./format.ts";

const LEVELS = { district: "区人大代表", township: "镇人大代表" } as const;

/** Where somebody sits: 羊昌镇代表小组,第12选区. */
export const seatPlace = ({ township, group, constituency }: SeatView): string =>
  [group ?? township, constituency].filter((part) => part !== null).join(",");

/** Which seat: 区人大代表,羊昌镇代表小组. */
export const seatWords = (seat: SeatView): string =>
  [LEVELS[seat.level], seatPlace(seat)].filter((part) => part !== "").join(",");

/** Somebody with what tells people of one name apart. */
export const whoWords = ({ name, code }: { readonly name: string; readonly code: string | null }): string =>
  code === null ? name : `${name}(编号${code})`;

const lastDay = ({ on }: MandateView): string => day(addDays(on, -1));

const alsoEnds = ({ alsoEnds: seats = [] }: MandateView): string | false =>
  seats.length > 0 &&
  `已登记的下一段任职同时取消:${seats.map(({ term, from }) => `${term},自${day(from)}起`).join(";")}`;

const ALONG = { suspend: "也一并暂停", resume: "也一并恢复" } as const;

// A transfer stays registered: whoever reads the old place only would think that the deputy acts again in the new one.
const alsoThere = (change: keyof typeof ALONG, { along = [] }: MandateView): string | false =>
  along.length > 0 &&
  `调动照旧:${along.map(({ seat, from }) => `${day(from)}起在${seatPlace(seat)}`).join(";")},${ALONG[change]}`;

/** What a change does, in a line or two, and what of the deputy's went along with it. */
export const effectLines = (view: MandateView): (string | false)[] => [
  ...lines(view),
  view.leads !== undefined && ledWords(view.leads, view.change === "new_term"),
  view.moved !== undefined && `这天和以后已报的${view.moved}条(履职、意见、建议),已转到新的任职。`,
];

const ledWords = (leads: NonNullable<MandateView["leads"]>, isTerm: boolean): string =>
  isTerm
    ? `离任的组长:${leads.map(({ name, group }) => `${name}(${group})`).join("、")};新组长用名册文件登记。`
    : `从那天起不再以${leads.map(({ group }) => group).join("、")}组长身份办事;新组长用名册文件登记。`;

function lines(view: MandateView): (string | false)[] {
  const { change, on, seat, target, to } = view;
  const from = day(on);
  const reason = view.reason !== null && `原因:${short(view.reason, 60)}`;
  switch (change) {
    case "by_election":
      return [
        `补选为${LEVELS[seat.level]}(${seat.term}),自${from}起`,
        `${seatPlace(seat)}${seat.station === null ? "" : `,${seat.station}`}`,
      ];
    case "suspend":
      return [
        `暂停执行代表职务,自${from}起${to === null ? "" : `,到${day(to)}止`}`,
        alsoThere(change, view),
        reason,
      ];
    case "resume":
      return [`恢复执行代表职务,自${from}起`, alsoThere(change, view)];
    case "resign":
      return [`辞职被接受,任职到${lastDay(view)}(含当天)`, alsoEnds(view), reason];
    case "terminate":
      return [`代表资格终止,任职到${lastDay(view)}(含当天)`, alsoEnds(view), reason];
    case "transfer":
      return [
        `自${from}起,调到${target === null ? "" : seatPlace(target)}`,
        "以前的履职记录留在原来的小组。",
      ];
    case "new_term":
      return [
        `${LEVELS[seat.level]}换届:${seat.term}任职到${lastDay(view)},${target?.term ?? ""}自${from}起`,
      ];
  }
}
