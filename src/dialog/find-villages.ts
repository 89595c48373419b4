// What a village is called by: no verb, no pronoun, nothing that is said of one.
const CALLED =
  "[^\\s.,。;:、?!\\d□a-zA-Z的了过但而且因是有没不在到和跟与及或就都还被把让给想要会能去来进走跑下驻看说讲访接待慰查统计导出报们人家年月天日号周度时期每各这那些个位户几多少全本某哪太很最已又也才再从向对为何啥怎谁他她我你咱镇乡]";
// 和平村 and 太平社区 are called by words that elsewhere stand between others.
const NAME = `(?:(?<!${CALLED})(?:和平|太平|人和|来龙|天星|永和|三个)|(?<!${CALLED}|太|(?<![□村区镇乡道组])和)${CALLED}{2,4})`;
// 村民 and 社区工作 are of no one village.
const BEHIND =
  "(?:村(?![民委支干医务规容貌级落])|社区(?!工作|矫正|服务|民警|干部|医|卫生|居委|居民委|建设|治理|团购))";
const VILLAGE = new RegExp(`${NAME}${BEHIND}`, "gu");
// 示范村, 老旧社区: a sort of village and no name.
const SORT =
  /(?:农|山|行政|自然|示范|贫困|困难|重点|空壳|城中|中心|美丽|文明|先进|薄弱|安置|搬迁|老旧|智慧|和谐|平安|完整|挂点|联系|帮扶|包保|所在|附近|其他|其它|有关|相关|涉及|所有|任何|上述|少数民族|传统|卫生|后进|试点|软弱涣散)(?:村|社区)$/u;

/** The villages that words name, whether or not any register knows them; sorts of villages (示范村) are none. */
export const findVillages = (text: string): readonly { readonly name: string; readonly index: number }[] =>
  Array.from(text.matchAll(VILLAGE), ({ 0: name, index }) => ({ name, index })).filter(
    ({ name }) => !SORT.test(name),
  );
