/** The arithmetic cross-check of an edition before it is signed: what is printed, made anew from the frozen ledger. */
import { inOrder } from '../keyed-rows.ts';
import { boardContext, type RankedRow } from '../boards/board.ts';
import { compare } from '../exact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { moneyFiguresAt, shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import { timeProgressOf } from '../metrics/time-progress.ts';
import { yearOf } from '../time.ts';
import type { Finding } from './finding.ts';
import { exactIn, lineFaults, type FigureLine } from './line-checks.ts';
import { pagesIn, type EditionPackage, type PackedPage } from './package.ts';
import {
  amountsOf,
  amountsOfGroup,
  compared,
  error,
  ofProject,
  ofUnit,
  summed,
  wholeFindings,
  type Checked,
} from './sum-checks.ts';

/** The lines of figures on a page. */
function linesOf({ context, listed, money }: Checked, { content }: PackedPage): readonly FigureLine[] {
  const line = (progress: FigureLine['progress'], figures: readonly ProjectFigures[], row?: string): FigureLine => ({
    progress,
    time: timeProgressOf(context, figures),
    ...(row === undefined ? {} : { row }),
  });
  switch (content.kind) {
    case 'summary':
      return [line(content.data, money)];
    case 'unitRanking':
      return Object.entries(content.data.rows).map(([id, row]) => line(row, ofUnit(money, id), id));
    case 'projectRanking':
    case 'projects':
      return Object.entries(content.data.rows).map(([id, row]) => line(row, ofProject(listed, id), id));
    default:
      return [];
  }
}

/** Faults of lines, those of one kind on one page together. */
function lineFindings(checked: Checked, page: PackedPage): readonly Finding[] {
  const found = new Map<string, Finding & { readonly rows: string[] }>();
  for (const line of linesOf(checked, page)) {
    for (const { code, level, message } of lineFaults(line)) {
      const key = `${level} ${message.en}`;
      const known = found.get(key) ?? { code, level, message, page: page.name, rows: [] };
      if (line.row !== undefined) known.rows.push(line.row);
      found.set(key, known);
    }
  }
  return [...found.values()];
}

/** Ranks follow the exact rates, share a place where these are equal, and leave none out; what has no rate has no rank. */
function rankFindings(page: PackedPage, rows: Readonly<Record<string, RankedRow>>, isCut: boolean): readonly Finding[] {
  const wrong: string[] = [];
  let before: (RankedRow & { readonly id: string }) | undefined;
  for (const row of inOrder(rows)) {
    const rate = row.rate && exactIn(row.rate.exact);
    if ((row.rank === undefined) !== !rate) wrong.push(row.id);
    if (!rate || row.rank === undefined) continue;
    const above = before?.rate && exactIn(before.rate.exact);
    const against = above ? compare(above, rate) : 1;
    const expected = (before?.rank ?? 0) + (against === 0 ? 0 : 1);
    if (against < 0 || (isCut ? row.rank < expected : row.rank !== expected)) wrong.push(row.id);
    before = row;
  }
  if (wrong.length === 0) return [];
  return [error('rank', '名次与完成率不一致', 'ranks do not follow the rates', { page: page.name, rows: wrong })];
}

const isCut = ({ rules }: EditionPackage): boolean => rules.boardMode !== undefined && rules.boardMode !== 'full';

function pageFindings(checked: Checked, page: PackedPage): readonly Finding[] {
  const { content, name } = page;
  const { listed, money } = checked;
  switch (content.kind) {
    case 'summary': {
      const { plan, completed, projects, byLevel } = content.data;
      const levels = Object.values(byLevel).reduce((sum, count) => sum + count, 0);
      const is = { plan: plan?.yuan ?? 0, completed: completed.yuan, projects };
      return [
        ...compared(name, { zh: '总体进展', en: 'the summary' }, is, amountsOf(money, listed)),
        ...(levels === projects
          ? []
          : [error('count', '分级别项目数合计不符', 'levels do not add up', { page: name })]),
      ];
    }
    case 'unitRanking': {
      const { rows, group } = content.data;
      const cut = isCut(checked.content);
      const all = Object.values(rows);
      const is = summed(
        all,
        all.reduce((sum, { projects }) => sum + projects, 0),
      );
      const sums = cut
        ? []
        : compared(name, { zh: '单位排行', en: 'the ranked units' }, is, amountsOfGroup(checked, group, true));
      return [...sums, ...rankFindings(page, rows, cut)];
    }
    case 'projectRanking':
      return rankFindings(page, content.data.rows, false);
    case 'projects': {
      const rows = Object.values(content.data.rows);
      return compared(
        name,
        { zh: '全部项目', en: 'all projects' },
        summed(rows, rows.length),
        amountsOf(listed, listed),
      );
    }
    default:
      return [];
  }
}

/** A finding about projects, where there are any. */
const found = (figures: readonly ProjectFigures[], finding: Finding): readonly Finding[] =>
  figures.length > 0 ? [{ ...finding, rows: figures.map(({ project }) => project.id) }] : [];

/** What is no error of sums, and yet to be known by who signs. */
function doubts({ context, content, listed }: Checked): readonly Finding[] {
  const { milestones } = context.ledger.tables;
  const withMilestones = new Set([...milestones.values()].map(({ project }) => project));
  const unverified = listed.filter((each) => each.unverified === true);
  const noPlan = listed.filter(({ planYuan, completedYuan }) => planYuan === null && completedYuan !== 0);
  const noMilestones = listed.filter(({ project }) => !withMilestones.has(project.id));
  return [
    ...(yearOf(content.asOf) === context.settings.year
      ? []
      : [error('other-year', '数据截至日期不在设置的年度内', 'the as-of date lies in another year than the settings')]),
    ...found(unverified, {
      code: 'unverified',
      level: 'warning',
      message: { zh: '含未核实的数据', en: 'holds unverified figures' },
    }),
    ...found(noPlan, {
      code: 'no-plan',
      level: 'warning',
      message: { zh: '未下达计划的项目计入完成额，抬高完成率', en: 'projects without a plan raise the rate' },
    }),
    ...found(noMilestones, {
      code: 'no-milestones',
      level: 'info',
      message: { zh: '项目没有节点计划', en: 'projects without milestones' },
    }),
  ];
}

/**
 * What the checks find in an edition, page by page and then as a whole. Errors stand in the way of the signature.
 * @param ledger the one that the package was made of.
 */
export function checksOf(ledger: Ledger, content: EditionPackage): readonly Finding[] {
  const context = boardContext(ledger, content.asOf);
  if (!context) return [];
  const listed = shownFiguresAt(ledger, content.asOf);
  const checked: Checked = { context, content, listed, money: moneyFiguresAt(ledger, content.asOf) };
  const pages = pagesIn(content).flatMap((page) => [...pageFindings(checked, page), ...lineFindings(checked, page)]);
  return [...pages, ...wholeFindings(checked), ...doubts(checked)];
}
