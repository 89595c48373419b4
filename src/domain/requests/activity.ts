/** What can be tapped on notices and lists of activities. */
export type ActivityAct =
  | { readonly do: "activity.coming"; readonly activity: string }
  | { readonly do: "activity.leave"; readonly activity: string };
