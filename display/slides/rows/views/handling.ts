/** Lists of what was handled of what was to be: issues, permits, campaigns of visits. */
import { msg, str } from '@lit/localize';
import { inOrder } from '../../../../core/keyed-rows.ts';
import type { ShownShare } from '../../../../core/boards/board.ts';
import type { Pace } from '../../../../core/metrics/metrics.ts';
import { PROBLEM_CATEGORIES } from '../../../../core/registers/project-choices.ts';
import type { SlideDataOf } from '../../../../core/slides/data.ts';
import { labelText, noRowsText, paceShape, projectsUnit } from '../../../words/words.ts';
import { countHead, shareHead } from '../head.ts';
import type { ListRow, ListView, RowStatus } from '../list-view.ts';

const said = (tone: Pace, word: string, note = ''): RowStatus => ({ tone, sign: paceShape(tone), word, note });

/** A row of a share: its bar is the share itself. */
const shareRow = (
  { id, order }: { readonly id: string; readonly order: number },
  name: string,
  secondary: readonly string[],
  { rate }: ShownShare,
  status: RowStatus,
): ListRow => ({
  ...status,
  id,
  order,
  name,
  shortName: name,
  secondary,
  cells: [],
  ...(rate ? { figure: rate } : {}),
});

const shares = (rows: readonly ListRow[], head: ListView['head'], none: ListView['none']): ListView => ({
  rows,
  plates: 'none',
  medals: false,
  bars: 'rate',
  unit: '%',
  statusFirst: false,
  head,
  none,
});

const itemsUnit = (): string => msg('件', { id: 'unit.items' }).trim();
const casesUnit = (): string => msg('项', { id: 'unit.cases' }).trim();
const timesUnit = (): string => msg('次', { id: 'unit.times' }).trim();

export function issuesView({ resolved, open, byCategory }: SlideDataOf['issues']): ListView {
  const rows = inOrder(byCategory).map((row) => {
    const name = labelText(PROBLEM_CATEGORIES[row.id as keyof typeof PROBLEM_CATEGORIES]);
    const registered = msg(str`登记 ${row.due}`, { id: 'issues.registeredOf' });
    const settled = msg(str`办结 ${row.done}`, { id: 'issues.settledOf' });
    const status =
      row.open === 0
        ? said('ahead', msg('全部办结', { id: 'issues.all' }))
        : said('watch', msg(str`未办结 ${row.open}`, { id: 'issues.openOf' }));
    return shareRow(row, name, [`${registered} · ${settled}`, registered], row, { ...status, sign: paceSign(status) });
  });
  const unit = itemsUnit();
  return shares(
    rows,
    [
      shareHead('resolved', msg('问题办结率', { id: 'issues.resolved' }), resolved),
      countHead('registered', msg('登记问题', { id: 'issues.registered' }), resolved.due, unit),
      countHead('settled', msg('已办结', { id: 'issues.settled' }), resolved.done, unit),
      countHead('open', msg('未办结', { id: 'issues.open' }), open, unit),
    ],
    { text: msg('无登记问题', { id: 'issues.none' }), good: true },
  );
}

/** What is done is no lead: it wears a circle, whatever its colour. */
const paceSign = ({ tone, sign }: RowStatus): string => (tone === 'ahead' ? paceShape('onTime') : sign);

function permitStatus({ done, overdue }: SlideDataOf['permits']['rows'][string]): RowStatus {
  if (overdue > 0) return said('severe', msg(str`逾期 ${overdue} 项`, { id: 'permits.overdueOf' }));
  const waiting = done.due - done.done;
  const status =
    waiting === 0
      ? said('ahead', msg('全部办结', { id: 'permits.all' }))
      : said('onTime', msg(str`在办 ${waiting} 项`, { id: 'permits.waiting' }));
  return { ...status, sign: paceSign(status) };
}

export function permitsView({ fully, onTime, done, overdue, rows }: SlideDataOf['permits']): ListView {
  const shown = inOrder(rows).map((row) => {
    const inTime = msg(str`按时 ${row.onTime.done} / ${row.onTime.due}`, { id: 'permits.inTime' });
    const finished = msg(str`办结 ${row.done.done} / ${row.done.due}`, { id: 'permits.finished' });
    return shareRow(row, row.name, [`${inTime} · ${finished}`, inTime], row.onTime, permitStatus(row));
  });
  return shares(
    shown,
    [
      shareHead('fully', msg('手续齐备率', { id: 'permits.fully' }), fully),
      shareHead('onTime', msg('按时办结率', { id: 'permits.onTime' }), onTime),
      shareHead('done', msg('审批完成率', { id: 'permits.done' }), done),
      countHead('overdue', msg('逾期未办', { id: 'permits.overdue' }), overdue, casesUnit(), overdue > 0),
    ],
    { text: noRowsText(), good: false },
  );
}

function coverageStatus({ done, due }: ShownShare): RowStatus {
  if (due === 0) return said('none', '');
  const leaders = msg(str`${done} / ${due} 位领导`, { id: 'visits.leaders' });
  return done === due
    ? said('ahead', msg('全覆盖', { id: 'visits.all' }), leaders)
    : said('watch', msg(str`未到 ${due - done} 位`, { id: 'visits.missing' }), leaders);
}

export function visitsView({ visits, projects, rows }: SlideDataOf['visits']): ListView {
  const shown = inOrder(rows).map((row) => {
    const days = `${row.from} ～ ${row.to.slice(5)}`;
    const status = coverageStatus(row.coverage);
    return shareRow(row, row.name, [days], row.coverage, { ...status, sign: paceSign(status) });
  });
  const made = msg('一线督导', { id: 'visits.made' });
  return shares(
    shown,
    [
      countHead('visits', made, visits, timesUnit()),
      countHead('projects', msg('督导项目', { id: 'visits.projects' }), projects, projectsUnit()),
    ],
    { text: `${made} ${visits} ${timesUnit()}`, good: visits > 0 },
  );
}
