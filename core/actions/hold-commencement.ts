import type { ChangeRequest } from '../ledger/change-request.ts';
import { date, reference } from '../register/field.ts';
import { ok } from '../result.ts';
import { declareAction } from './action.ts';

/** 集中开工: the ceremony was held; its projects of the ledger that were not yet started are started that month. */
export const holdCommencement = declareAction({
  name: 'holdCommencement',
  label: { zh: '登记已举行', en: 'Record as held' },
  help: {
    zh: '把活动登记为已举行，并把其中尚未开工的台账项目登记为开工。',
    en: 'Records the event as held and its projects of the ledger, where they are not yet, as started.',
  },
  register: 'commencements',
  roles: ['admin', 'editor'],
  fields: {
    commencement: reference({ label: { zh: '集中开工活动', en: 'Commencement' }, target: 'commencements' }),
    heldOn: date({ label: { zh: '举行日期', en: 'Held on' } }),
  },
  run: (ledger, { commencement, heldOn }) => {
    const event = ledger.tables.commencements.get(commencement);
    const ids = [...ledger.tables.commencementEntries.values()]
      .filter((entry) => entry.commencement === commencement)
      .flatMap(({ project }) => project ?? []);
    const starting = [...new Set(ids)].flatMap((id) => ledger.tables.projects.get(id) ?? []);
    const isHeld = event?.state === 'held' && event.heldOn === heldOn;
    return ok<readonly ChangeRequest[]>([
      ...(isHeld
        ? []
        : [
            {
              kind: 'update',
              register: 'commencements',
              record: commencement,
              values: { state: 'held', heldOn },
            } as const,
          ]),
      ...starting
        .filter(({ lifecycle }) => lifecycle === 'preparatory')
        .map((project) => ({
          kind: 'update' as const,
          register: 'projects' as const,
          record: project.id,
          values: {
            lifecycle: 'started',
            actualStart: project.actualStart ?? heldOn.slice(0, 7),
            startEvidence: project.startEvidence ?? event?.name,
          },
        })),
    ]);
  },
});
