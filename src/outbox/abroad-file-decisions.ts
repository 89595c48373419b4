/** The decision on every word about photos and files; see `DECISIONS`, of which they are a part. */
export const FILE_DECISIONS = {
  "file.on-card": "sent",
  "file.whose": "sent",
  "file.which": "sent",
  "file.unlike": "sent",
  "file.which-off": "sent",
  "file.taken-off": "sent",
  "file.none-on": "sent",
  "file.kept": "sent",
  "file.pushed-out": "sent",
  "file.let-go": "sent",
  "file.none-waits": "sent",
  "file.attached": "sent",
  "file.lost": "sent",
} as const;
