/** What is wrong with a scheme, in the reader's language. The core says it in English. */
import type { RecordProblem } from '../../core/register/declare.ts';
import { currentLocale } from '../common/locale.ts';
import { fieldProblemText } from '../common/problem-text.ts';

/** Chinese for the sentences of the core's checks; `$1` is the number or name in them. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^must be at least (\S+)$/, '不能小于 $1'],
  [/^must be more than (\S+)$/, '必须大于 $1'],
  [/^must be at most (\S+)$/, '不能大于 $1'],
  [/^may have at most (\d+) characters$/, '最多 $1 个字'],
  [/^at most (\d+) measures may be read month by month$/, '按月读取的指标最多 $1 个'],
  [/^may have at most (\d+)/, '最多 $1 条'],
  [/^needs at least (\S+)/, '至少要有一条'],
  [/^the maxima of its base items come to (\S+), not 100$/, '基本分合计为 $1 分，不是 100 分'],
  [/^must be 1 to 20 letters and digits$/, '须为 1 至 20 个字母、数字或汉字'],
  [/^must be a number of at most six decimals/, '须为数字（最多六位小数），或像 2/3 的分数'],
  [/^must be a whole number$/, '须为整数'],
  [/^another item or gate has the same id$/, '编号与其他考核项或否决项重复'],
  [/^another line has the same id$/, '编号与其他得分项重复'],
  [/^is in the chain already$/, '已在比较顺序中'],
  [/^is no item of this scheme$/, '方案里没有这个考核项'],
  [/^is no measure$/, '没有这个指标'],
  [/^leads back to this item$/, '绕回了本项'],
  [/^this profile needs a formula$/, '这个权重档没有公式'],
  [/^has no maximum$/, '这个权重档没有最高分'],
  [/^this profile has no points in any base item$/, '这个权重档没有任何基本分'],
  [/^no group has this profile$/, '没有组别使用这个权重档'],
  [/^lies above the maximum$/, '下限高于最高分'],
  [/^lies below what the cap allows$/, '下限低于扣分上限'],
  [/^a penalty takes points/, '扣分项的分值要写成负数'],
  [/^a line has no maximum to share$/, '项目得分项不能用比例'],
  [/^has either points or a share/, '得分和比例只能填一个，也必须填一个'],
  [/^must begin above the one before$/, '起点要高于上一档'],
  [/^must end above its beginning$/, '终点要高于起点'],
  [/^overlaps the slope before it/, '与上一段重叠或次序不对'],
];

/** One problem in words. */
export function schemeProblemText({ code, message }: Pick<RecordProblem, 'code' | 'message'>): string {
  if (currentLocale() === 'en') return message;
  const [pattern, words] = CHINESE.find(([each]) => each.test(message)) ?? [];
  const found = pattern?.exec(message);
  return found && words !== undefined ? words.replace('$1', found[1] ?? '') : fieldProblemText(code);
}
