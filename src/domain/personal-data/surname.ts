/** The surnames of nine people in ten, and those that come in two characters, for a regular expression. */
export const SURNAME =
  "(?:欧阳|上官|司马|诸葛|慕容|令狐|皇甫|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文韦蒙岑])";
