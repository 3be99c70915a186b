import { msg, str } from '@lit/localize';
import { IMPORT_CODES } from '../../core/import/codes.ts';
import type { ImportProfile, RowFate, RowKind } from '../../core/import/types.ts';
import { registerNamed } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import type { ImportStage } from '../api/imports.ts';
import type { ApiProblem } from '../api/problem.ts';
import { labelText } from '../common/locale.ts';
import { fieldProblemText, problemText } from '../common/problem-text.ts';

/** The largest file that the server takes. */
export const MOST_BYTES = 32 * 2 ** 20;

export const megabytes = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;

export function stageText(stage: ImportStage): string {
  switch (stage) {
    case 'waiting':
      return msg('排队等待', { id: 'import.stage.waiting' });
    case 'unpacking':
      return msg('解压文件', { id: 'import.stage.unpacking' });
    case 'parsing':
      return msg('读取单元格', { id: 'import.stage.parsing' });
    case 'collecting':
      return msg('整理表格', { id: 'import.stage.collecting' });
    case 'comparing':
      return msg('与台账比对', { id: 'import.stage.comparing' });
  }
}

export function fateText(fate: RowFate): string {
  switch (fate) {
    case 'create':
      return msg('新增', { id: 'import.create' });
    case 'update':
      return msg('更新', { id: 'import.update' });
    case 'same':
      return msg('不变', { id: 'import.same' });
    case 'skip':
      return msg('跳过', { id: 'import.skip' });
    case 'blocked':
      return msg('待确认', { id: 'import.blocked' });
  }
}

/** What a row is that holds no record; empty for one that does. */
export function kindText(kind: RowKind): string {
  switch (kind) {
    case 'data':
      return '';
    case 'section':
      return msg('分类行', { id: 'import.kind.section' });
    case 'subtotal':
      return msg('小计行', { id: 'import.kind.subtotal' });
    case 'total':
      return msg('合计行', { id: 'import.kind.total' });
    case 'repeatedHeader':
      return msg('重复表头', { id: 'import.kind.header' });
    case 'note':
      return msg('注释行', { id: 'import.kind.note' });
    case 'blank':
      return msg('空行', { id: 'import.kind.blank' });
  }
}

export const profileText = (profile: ImportProfile): string =>
  profile === 'ledger'
    ? msg('重点项目工作台账', { id: 'import.profile.ledger' })
    : labelText(registerNamed(profile).label);

interface FailureWords {
  readonly what: string;
  readonly next: string;
}

/** Why a file could not be read, and what to do next. */
export function failureWords(code: string): FailureWords {
  switch (code) {
    case 'empty':
      return {
        what: msg('文件是空的', { id: 'import.empty' }),
        next: msg('请确认选对了文件；如果是刚保存的，请在表格软件里重新保存一次。', { id: 'import.empty-next' }),
      };
    case 'unknown-format':
      return {
        what: msg('这不是表格文件', { id: 'import.unknown-format' }),
        next: msg('请选择 .xlsx、.xls、.et 或 .csv；其他格式请先在表格软件里“另存为”.xlsx。', {
          id: 'import.unknown-format-next',
        }),
      };
    case 'damaged':
      return {
        what: msg('文件已损坏，读不出来', { id: 'import.damaged' }),
        next: msg('请用表格软件打开，另存为 .xlsx 后再试；打不开就请对方重新发送。', { id: 'import.damaged-next' }),
      };
    case 'encrypted':
      return {
        what: msg('文件有密码保护', { id: 'import.encrypted' }),
        next: msg('请在表格软件里打开，去掉打开密码后保存，再重新导入。', { id: 'import.encrypted-next' }),
      };
    case 'too-large':
      return {
        what: msg('文件太大', { id: 'import.too-large' }),
        next: msg('最大 32 MB、约 10 万行。请删去图片、空行和不用的工作表，或分成几个文件。', {
          id: 'import.too-large-next',
        }),
      };
    case 'too-slow':
      return {
        what: msg('读取时间太长，已停止', { id: 'import.too-slow' }),
        next: msg('请删去不用的工作表和大片空行后再试，或另存为 .csv。', { id: 'import.too-slow-next' }),
      };
    case 'NO_SHEET':
    case 'UNKNOWN_SHEET':
      return {
        what: labelText(IMPORT_CODES[code].label),
        next: msg('请选择另一个工作表或文件。', { id: 'import.sheet-next' }),
      };
    case 'HEADER_NOT_FOUND':
      return {
        what: labelText(IMPORT_CODES[code].label),
        next: msg(
          '没有一行含有三个以上认得的列名（如项目名称、总投资、责任单位）。请选择另一个工作表，或在表格里补上表头。',
          {
            id: 'import.header-next',
          },
        ),
      };
    default:
      return {
        what: msg('服务器读取文件时出错', { id: 'import.internal' }),
        next: msg('文件已留存，请联系管理员查看服务器日志。', { id: 'import.internal-next' }),
      };
  }
}

/** Whether an undo was refused because the log does not keep what secret values were before. */
const touchesSecrets = ({ members }: ApiProblem): boolean =>
  Array.isArray(members['conflicts']) &&
  members['conflicts'].some((each) => isObject(each) && each['code'] === 'secret');

/** Whether photos, which the import's pictures may have become, name what it created. */
const usedByPhotos = ({ members }: ApiProblem): boolean =>
  Array.isArray(members['by']) && members['by'].some((each) => String(each).startsWith('photos/'));

/** A refused step of an import in words that say what to do next. */
export function importProblemText(problem: ApiProblem): string {
  switch (problem.code) {
    case 'preview-outdated':
      return msg('预览之后台账有了变化，已重新比对。请再看一遍，然后确认。', { id: 'import.outdated' });
    case 'not-ready':
      return msg('还在重新比对，请稍候再确认。', { id: 'import.not-ready' });
    case 'questions-open':
      return msg('还有问题没有回答。', { id: 'import.questions-open' });
    case 'not-found':
      return msg('这次导入已不在了：一小时没有操作，或服务器重启过。请重新选择文件。', { id: 'import.gone' });
    case 'changed-since':
      if (touchesSecrets(problem))
        return msg('这次导入只写入了联系电话等保密内容，变更记录里没有原值，不能撤销，请在台账里改回。', {
          id: 'import.undo-secret',
        });
      return msg('导入之后这些记录又被改过，不能整体撤销。请先撤销后来的修改。', { id: 'import.changed-since' });
    case 'in-use':
      if (usedByPhotos(problem))
        return msg('这次导入新增的项目已经有照片。请先在图片库里删去这些照片，再撤销导入。', {
          id: 'import.undo-photos',
        });
      return problemText(problem);
    case 'too-large':
      return `${failureWords('too-large').what}。${failureWords('too-large').next}`;
    default: {
      const errors = problem.errors.slice(0, 5).map(({ path, code }) => `${path} ${fieldProblemText(code)}`);
      return [problemText(problem), ...errors].join(' · ');
    }
  }
}

/** Rows of the sheet in a few words: 5, 7–9 … */
export function rowsText(rows: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last.to + 1) last.to = row;
    else runs.push({ from: row, to: row });
  }
  const told = runs.slice(0, 6).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  const list = [...told, ...(runs.length > told.length ? ['…'] : [])].join('、');
  return msg(str`第 ${list} 行`, { id: 'import.rows-at' });
}
