/** Of what the figure behind is, where something was not heeded. */
export const ALL_OF_IT = {
  "own-places": ":您看得到的,是自己负责的地方。",
  "all-activities": ":下面是全部会议和活动加在一起的。",
} as const;

/** What is asked instead of what no figure tells. */
export const ASK_INSTEAD = {
  duty: "请先看总数,再点“看每一条”或“导出表格”,比如:统计 今年 走访",
  opinions: "看没办的,等得最久的在前,说:意见 待办。看总数,说:意见 今年",
  missing: "只能看一条记录也没有的代表,请说:未报 今年。各有几次,请说:统计 今年 按代表",
  owed: "看您管的代表里现在谁没交,说:未交",
  own: "您自己的每一条,请说:我的履职,再点“看每一条”",
  absences: "只能看谁缺席过,请说:缺席 今年",
} as const;
