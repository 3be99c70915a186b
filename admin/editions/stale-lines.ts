import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { wanText } from '../../core/money.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import { registerNamed } from '../../core/registers/index.ts';
import type { CorrectedFigure, EditionDesk } from '../api/editions.ts';
import { grouped, minuteText } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { titlesIn, type References } from '../common/references.ts';
import { routeHash } from '../common/router.ts';
import { staleText } from './edition-words.ts';

const fieldText = (field: CorrectedFigure['field']): string => {
  switch (field) {
    case 'completed':
      return msg('完成（万元）', { id: 'editions.completed-wan' });
    case 'plan':
      return msg('计划（万元）', { id: 'editions.plan-wan' });
    case 'listed':
      return msg('在不在清单上', { id: 'editions.listed' });
  }
};

function valueText({ field }: CorrectedFigure, value: number | undefined): string {
  if (field === 'listed')
    return value === undefined ? msg('不在', { id: 'editions.not-on-list' }) : msg('在', { id: 'editions.on-list' });
  return value === undefined ? '—' : grouped(wanText(value));
}

function figureLine(figure: CorrectedFigure) {
  const { project, name, field, was, now, by, records } = figure;
  const [record] = records;
  const place = record
    ? routeHash('registers', record.register, record.record)
    : routeHash('registers', 'projects', project, 'timeline');
  return html`
    <li>
      <a href=${routeHash('registers', 'projects', project)}>${name}</a>
      <span class="figure"
        >${fieldText(field)} ${valueText(figure, was)} → <strong>${valueText(figure, now)}</strong></span
      >
      ${
        by
          ? html`<a class="soft small" href=${place}
              >${msg(str`${by.name} 于 ${minuteText(by.at)} 更正（#${by.seq}）`, { id: 'editions.corrected-by' })}</a
            >`
          : nothing
      }
    </li>
  `;
}

const dependentLines = (register: RegisterName, ids: readonly string[], references: References) =>
  ids.map(
    (id) => html`
      <li>
        <span class="badge">${labelText(registerNamed(register).label)}</span>
        <a href=${routeHash('registers', register, id)}>${titlesIn(references)(register, id)}</a>
      </li>
    `,
  );

/** Registers whose records may depend on an edition's figures. */
export const DEPENDENT_REGISTERS = [
  'bulletins',
  'contests',
  'boardSignoffs',
] as const satisfies readonly RegisterName[];

/** What was corrected since the freeze, and what else says the old figures. */
export function staleLines({ stale }: Pick<EditionDesk, 'stale'>, references: References) {
  if (!stale) return nothing;
  const { bulletins, contests, signoffs } = stale.dependents;
  const dependents = [
    dependentLines('bulletins', bulletins, references),
    dependentLines('contests', contests, references),
    dependentLines('boardSignoffs', signoffs, references),
  ].flat();
  return html`
    <section class="panel stale" aria-labelledby="stale">
      <h2 id="stale">${staleText(stale.figures.length)}</h2>
      <p>${msg('已公布的数字与台账不一致。请决定是否出更正期。', { id: 'editions.stale-explain' })}</p>
      <ul class="lines">
        ${stale.figures.map((figure) => figureLine(figure))}
      </ul>
      ${
        dependents.length === 0
          ? nothing
          : html`<h3>${msg('同样受影响', { id: 'editions.dependents' })}</h3>
              <ul class="lines">
                ${dependents}
              </ul>`
      }
    </section>
  `;
}
