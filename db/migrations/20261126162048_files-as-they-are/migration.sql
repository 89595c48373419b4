-- Encrypted bytes never get smaller: trying it took half as long again as keeping a large file, and messages waited for it.
ALTER TABLE "attachments" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
