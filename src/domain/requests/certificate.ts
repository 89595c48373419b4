import type { Day } from "../day.ts";
import type { DutyKind } from "../duty-kind.ts";
import type { FigureBasis } from "../figures/figure-basis.ts";

/** A paper for an employer: on which days a deputy did duty. */
export type CertificateRequest = {
  readonly do: "certificate.make";
  readonly messageId: number;
  readonly basis: FigureBasis;
};

/** What stands in the paper. */
export type Certificate = {
  readonly name: string;
  readonly level: "district" | "township";
  readonly district: string | null;
  readonly township: string | null;
  readonly group: string | null;
  readonly term: string;
  readonly from: Day;
  readonly to: Day;
  /** Oldest first. */
  readonly lines: readonly {
    readonly date: Day;
    readonly end: Day;
    readonly kind: DutyKind;
    readonly number: string;
  }[];
};

/** The paper, or why there is none. Only verified records stand in it. */
export type CertificateOutcome =
  | {
      readonly of: "certificate.made";
      readonly name: string;
      readonly count: number;
      /** How many more there are than one paper holds. */
      readonly left: number;
      /** How many of that time still wait to be verified, and do not stand in it. */
      readonly waiting: number;
      /** Lies in the files of the conversation. */
      readonly file: { readonly id: string; readonly name: string; readonly type: string };
    }
  /** Nothing is verified in that time; so many records wait for it. */
  | { readonly of: "certificate.none"; readonly waiting: number };

/** Staff who are no deputies themselves did not say whose paper they want. */
export type CertificateRefusal = "certificate-of-whom";
