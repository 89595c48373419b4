import { expect, test } from "vitest";
import { isUrgent } from "#src/understanding/urgent.ts";

test.each([
  "一个花盆砸下来,离一个小娃娃就差一米",
  "高压线掉得好矮,人举个锄头都要挨到",
  "护栏断了十几米,已经有小孩掉下去过一次",
  "深基坑没有围挡,昨夜有人险些跌入",
  "井盖被偷了,一个老太太一脚踩空摔断了腿",
  "深沟没盖盖板,晚上摔进去两个人",
  "野狗追着娃娃,昨天已经有两个被咬了",
])("a deputy tells of what has harmed somebody, or nearly did: %s", (text) => {
  expect(isUrgent(text)).toBe(true);
});

test.each([
  "水库坝体出现裂缝并有渗水,下游住有30余户",
  "后山裂了道大口子,这两天一直下雨,底下还住着人家",
  "昨晚上垮坡了,车都过不去,上面还在掉石头",
  "围墙往外斜,娃娃天天从下面过",
  "急诊科门口私家车长期占用救护车通道,今晚又耽误了抢救",
  "高压线离房顶不到一米,下雨滋滋冒火花",
])("a deputy tells of what is about to give way, or keeps help from coming: %s", (text) => {
  expect(isUrgent(text)).toBe(true);
});

test.each([
  "我们这栋楼从前天早上停电到现在",
  "前晚起停电,现在还没来电,已过三十小时",
  "变压器烧了,三个组从前天起摸黑到现在",
  "从星期天停水到今天,一栋楼的人提水上楼",
  "停气三天了,吃不上热饭",
  "自来水从前天凌晨停到现在,一条街的饭馆都开不了门",
])("a deputy tells of a supply that is cut for more than a day: %s", (text) => {
  expect(isUrgent(text)).toBe(true);
});

test.each([
  "工人说本周五再不解决就要到区政府上访",
  "住户在商量要去区政府门口拉横幅了",
  "村民把施工路堵了",
  "家长们说要集体去教育局讨个说法",
  "已经在写联名信,下周一包车去省里",
  "路面结冰,一早连撞三台车",
  "电梯三天两头出毛病,前天关了个孕妇在里头半个钟头",
  "收废品的在楼下堆了一院子纸壳,天干物燥,一点就着",
  "鞭炮摊子摆到加油站边上了",
  "雪大出不来,老人断药两天了",
  "地下水管爆裂已三昼夜,家家拎桶接水",
  "养老院喷淋坏了没人修,住着七十多个老人,出事就是大事",
])("a deputy tells of people who are about to do something: %s", (text) => {
  expect(isUrgent(text)).toBe(true);
});

test.each([
  "路灯旧了,光线暗",
  "三天两头停电",
  "偶尔停水,一停半天",
  "一到晚上就没得水了,几个月了",
  "昨天停了两个小时电",
  "希望加强防溺水宣传",
  "化肥质量有问题,苗都烧死了",
  "墙面有细裂纹,开发商不认",
  "续贷卡在抵押上",
  "小区门口乱停车,堵得水泄不通",
  "网上信访回复慢",
  "卫生院没有儿科,娃娃发烧要跑到城里去看",
  "电梯老是坏,小区没有儿童玩的地方",
  "电动车停得到处都是,人行道走不成",
  "药店老断货,感冒药都买不到",
  "水管爆了,昨天修好的",
])("an ordinary complaint is not urgent: %s", (text) => {
  expect(isUrgent(text)).toBe(false);
});
