import type { Dialog, LeaveCard, Pending } from "./dialog.ts";

const numbersOf = ({ asked }: LeaveCard): readonly string[] =>
  asked.of === "activity.which" ? asked.activities.map((one) => one.number) : [asked.activity.number];

/** The numbers of activities that an open question about leave names. */
export const listAskedAbout = ({ pending }: Dialog): readonly string[] =>
  pending.flatMap((one) => (one.at === "leave" ? numbersOf(one) : []));

/** The dialog without what was called off since it was asked about: nobody is offered leave from it, or to come. */
export function withoutCalledOff(dialog: Dialog, gone: ReadonlySet<string>): Dialog {
  return listAskedAbout(dialog).some((number) => gone.has(number))
    ? { ...dialog, pending: dialog.pending.flatMap((one) => stillAsked(one, gone)) }
    : dialog;
}

function stillAsked(one: Pending, gone: ReadonlySet<string>): readonly Pending[] {
  if (one.at !== "leave") return [one];
  const left = numbersOf(one).filter((number) => !gone.has(number));
  if (left.length === 0) return [];
  const { asked } = one;
  if (asked.of !== "activity.which") return [one];
  return [
    {
      ...one,
      asked: { ...asked, activities: asked.activities.filter(({ number }) => left.includes(number)) },
    },
  ];
}
