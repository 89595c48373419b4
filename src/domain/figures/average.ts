/** What a figure is divided by for an average, with the word for one of them. */
export const AVERAGES = { deputy: "位", activity: "次", month: "月" } as const;

/** Over what an average is taken: deputies in office, activities, or months. */
export type AverageOver = keyof typeof AVERAGES;

/** How many there are to divide by. Of deputies all in office on the last day that was looked at, whether or not they have a record. */
export type Average = { readonly over: AverageOver; readonly of: number };
