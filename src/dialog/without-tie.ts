// …,一起算上; …,帮我补上去: that it is to be put there, and no part of what was said.
const PUT = new RegExp(
  "(?:[,。;!\\s]+(?:你|您|请|麻烦|帮我|给我|把它?|也|就|都|顺便|一起|一并|一同|一道|一块儿?|再|那条|上面|里面?)*|(?:一起|一并|一道|一块儿?))" +
    "(?:补充?|加|算|记|添|写|附|放|录|填|报|交|反映)(?:(?:上|进|到|在)(?:去|来|一起|里[面头])?|一?下)(?:吧|了|哈|啊|嘛|嘞|哦)*[。!]*$",
  "u",
);
const TIME = "(?:[那这]一?[天次回场趟]|同一[天次回]|当[时天]|那时候?|那会儿?)";
const TOLD =
  "(?:(?:[他她]们?|群众|村民)?(?:[跟给对向]我们?)?(?:说|讲|反映|提|听|聊|摆|问)(?:起|到|过|说|见)?(?:的|了)*)";
const DUTY = "(?:走访|接待|调解|慰问|调研|视察|座谈会?|院坝会|坝坝会|宣讲|学习|培训|值班|检查|活动|开会)";
// …,也是那天的; …,就是那天接待的时候讲的; …,在罗吊村听到的: when or where it was heard, and not when it happened.
const WHEN = new RegExp(
  "[,。;!\\s]+(?:这个?|那个?|都|也|就|还|是|[在从]|我)*(?:" +
    `(?<then>[^,。;!了]{0,12}${TIME}(?:的?${DUTY}(?:选民|群众)?)?(?:的?时候|时)?)(?:的事)?(?:${TOLD}|的)?` +
    `|(?<while>[^,。;!了]{2,14}?(?:时候|时|那里|那儿))(?:${TOLD}|的)` +
    `|(?<on>(?:[昨前今]天|今早|昨晚|\\d{1,2}[号日])[^,。;!了]{0,8}?|(?<=在)[^,。;!了]{2,10}?)${TOLD}` +
    ")[。!]*$",
  "u",
);

/** Words that were heard on a visit told of before, without what ties them to it. */
export type Untied = {
  readonly text: string;
  /** How it was called at the end of them: 那天接待的时候. */
  readonly which?: string;
  /** Something tied them to it. */
  readonly tied: boolean;
};

/** Takes off the end of words what ties them to a visit that was told of before: 一起算上, 也是那天的. */
export function withoutTie(said: string): Untied {
  const text = said.normalize("NFKC").trim();
  const put = text.replace(PUT, "");
  const when = WHEN.exec(put);
  const left = when === null ? put : put.slice(0, when.index).replace(PUT, "");
  const { then, while: during, on } = when?.groups ?? {};
  const which = then ?? during ?? on;
  return left === text || left === ""
    ? { text, tied: false }
    : { text: left, tied: true, ...(which === undefined ? {} : { which }) };
}
