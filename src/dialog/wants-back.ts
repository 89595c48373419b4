const BEFORE = "不好意思|对不起|哎[呀哟]?|哦|刚[才刚]|上面|我|那条|这条|那个|[,。\\s]";
const LEAD = `(?:${BEFORE})*`;
// 刚才撤错了,恢复一下; 我删错了,帮我找回来.
const BY_MISTAKE = new RegExp(
  `^${LEAD}(?:误)?(?:撤销?|撤回|撤掉|删除?|删掉|取消)(?:得)?(?:错|早|重)了?(?=$|[,。!\\s])[^]{0,20}$`,
  "u",
);
// 恢复刚才撤销的那条, 把撤了的那条恢复.
const BACK = new RegExp(
  `^(?:请|帮我|麻烦|能不能|可以|[把将]|${BEFORE})*(?:撤销?|撤回|撤掉|删除?|删掉|去掉)?(?:了|掉)?的?(?:那|这)?一?条?(?:记录)?(?:再|又)?(?:恢复|还原|找回|弄回|调回)(?:一?下|回|来|刚[才刚]|上一?条|撤销?|删除?|删掉|的|了|那|这|条|个|吧|吗|记录)*[?。!\\s]*$`,
  "u",
);

/** True for words that want back what was withdrawn: they withdraw nothing. */
export function wantsBack(text: string): boolean {
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/履[\s-]*20\d{2}[\s-]*\d+/gu, "");
  return line.length <= 30 && (BY_MISTAKE.test(line) || BACK.test(line));
}
