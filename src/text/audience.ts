/** Whose help it is: each is shown only what he or she may do. */
export type Audience =
  | "deputy"
  | "deputy-and-staff"
  | "staff"
  /** Staff who answer for the district. */
  | "office"
  | "unit"
  /** A deputy whose mandate rests or has ended. */
  | "former"
  | "resident"
  | "guest";
