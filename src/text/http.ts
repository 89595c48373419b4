import { typeset } from "./typeset.ts";

/** What the web interface says when it cannot do what was asked: for people first, for programs second. */
export const HTTP_MESSAGES = {
  "bad-request": ["这条消息的格式不对,请刷新页面再试。", "The request is malformed."],
  "bad-id": ["消息编号不对,请刷新页面再试。", "`id` must be a string of 1 to 128 characters."],
  "bad-body": ["请写点什么再发送。", "Send `text` (a string) or `choice` (a string)."],
  "bad-time": ["时间格式不对。", "`sentAt` must be an ISO 8601 time with a zone."],
  "json-only": ["请用页面发送消息。", "Content-Type must be application/json."],
  "too-large": ["内容太长了,请分几条发。", "The body is larger than 64 KiB."],
  "file-too-large": ["文件超过10MB,请换小一点的。", "The file is larger than 10 MB."],
  "one-file": ["请一个一个地传文件。", "Send one file at a time."],
  "file-kind": [
    "这种文件收不了,请发照片、PDF、Word或Excel。苹果手机的照片收不了时,请截屏再发。",
    "This kind of file is not accepted; a HEIC photo goes through as a screenshot.",
  ],
  "file-infected": [
    "这个文件查出病毒,没有收下。请换一个文件,或用手机拍照再发。",
    "The scanner found something in this file; it was not accepted.",
  ],
  "no-persona": ["没有这个人物,请重新选择。", "Unknown persona."],
  "too-many": [
    "您发得太快了,这条还没有收下,请过一分钟再发。",
    "Too many messages from one sender; this one was not accepted. Send it again in a minute.",
  ],
  "too-many-files": [
    "这一小时里文件传得太多了,请晚些再传。",
    "Too many files from one conversation in an hour; this one was not accepted.",
  ],
  "too-many-guests": [
    "这会儿进来的人太多了,请过几分钟再试;有绑定码的请用绑定码进入。",
    "Too many sessions without a code from this network; try again in a few minutes.",
  ],
  "bad-code": [
    "这个绑定码不能用,请核对后再试。",
    "The code is wrong, used, expired, or was tried too often.",
  ],
  "bad-factor": [
    "动态口令不对,或者已经用过。请等验证器换了数再填;手机的时间要准。",
    "The number of the authenticator is wrong, used, or was tried too often.",
  ],
  "no-session": ["请先打开聊天页面。", "No session: POST /api/chat/session first."],
  "persona-refused": ["正式系统不能扮演人物。", "`persona` works in demo mode only."],
  "not-found": ["没有找到。", "Not found."],
  forbidden: ["这个地址不能这样访问。", "Another site's page, or in demo mode another machine: not allowed."],
  unauthorised: ["没有权限。", "A bearer token is required."],
  busy: [
    "系统正忙,您的消息还没有收下,请稍后再发。",
    "The database, or the scanner of files, is away; nothing was accepted. Try again.",
  ],
  broken: ["系统出了点问题,请稍后再试。", "Internal error."],
} as const satisfies Record<string, readonly [string, string]>;

/** Why the web interface did not do what was asked; programs read it as `error`. */
export type HttpMessage = keyof typeof HTTP_MESSAGES;

/** The body of an error answer. */
export const toErrorBody = (code: HttpMessage): { error: HttpMessage; message: string; detail: string } => {
  const [message, detail] = HTTP_MESSAGES[code];
  return { error: code, message: typeset(message), detail };
};
