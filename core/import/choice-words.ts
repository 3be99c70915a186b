/** Words for the choices of a register as files carry them. */
import type { Label } from '../register/label.ts';
import { compact } from './text.ts';

const OTHER_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  keyLevel: {
    省级: 'provincial',
    省: 'provincial',
    省控: 'provincial',
    市级: 'municipal',
    市: 'municipal',
    市控: 'municipal',
    区级: 'district',
    区: 'district',
    县区级: 'district',
  },
  lifecycle: {
    未开工: 'preparatory',
    前期工作: 'preparatory',
    已开工: 'started',
    建设中: 'started',
    施工中: 'started',
    停建: 'suspended',
    已停工: 'suspended',
    复工: 'resumed',
    已竣工: 'completed',
    完工: 'completed',
    已完工: 'completed',
    竣工投产: 'completed',
    竣工投用: 'completed',
    退出: 'withdrawn',
    已调出: 'withdrawn',
  },
};

const shortened = (word: string): string => word.replace(/(?:重点)?(?:建设)?(?:项目|类)$/, '');

/** The key of the choice that a text names by its label in either language, its key or another usual word. */
export function choiceNamed(field: string, choices: Readonly<Record<string, Label>>, text: string): string | null {
  const plain = compact(text);
  const words = [plain, shortened(plain)];
  for (const [key, { zh, en }] of Object.entries(choices)) {
    if (words.includes(compact(zh)) || plain.toLowerCase() === compact(en).toLowerCase() || plain === key) return key;
  }
  const other = OTHER_WORDS[field] ?? {};
  const found = words.map((word) => other[word]).find((key) => key !== undefined && Object.hasOwn(choices, key));
  return found ?? null;
}

/** A yes or no, in words or marks; null for neither. */
export function flagNamed(text: string): boolean | null {
  const plain = compact(text).toLowerCase();
  if (/^(?:是|√|✓|✔|有|对|1|true|yes|y)$/.test(plain)) return true;
  return /^(?:否|×|✗|✘|x|无|非|0|false|no|n)$/.test(plain) ? false : null;
}
