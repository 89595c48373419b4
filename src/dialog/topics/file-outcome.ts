import type { AttachmentOutcome } from "#src/domain/requests/attachment.ts";
import type { FileReply } from "#src/text/file.ts";

/** What became of photos and files, where nothing is left to be done about it. */
export type FileOutcome = Exclude<AttachmentOutcome, { of: "file.unlike" }>;

/** True for what became of photos and files. */
export const isFileOutcome = <T extends { readonly of: string }>(
  outcome: T,
): outcome is Extract<T, FileOutcome> => outcome.of.startsWith("file.");

/** Puts into a reply what became of photos and files. */
export function toFileReply(outcome: FileOutcome): FileReply {
  switch (outcome.of) {
    case "file.attached": {
      const { of: kind, files: _, ...attached } = outcome;
      return { kind, ...attached };
    }
    case "file.which": {
      const { of: kind, ...told } = outcome;
      return { kind, ...told };
    }
    case "file.taken-off": {
      const { of: kind, ...told } = outcome;
      return { kind, ...told };
    }
    case "file.none-on": {
      const { of: kind, ...told } = outcome;
      return { kind, ...told };
    }
    case "file.kept":
      return { kind: "file.kept", count: outcome.count };
  }
}
