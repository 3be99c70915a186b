import type { Parts } from '../../parts.ts';
import { settings } from '../../../core/registers/settings.ts';
import { roles } from '../access.ts';
import { revisionWanted } from '../if-match.ts';
import { schemaRef } from '../json-schema.ts';
import { problem } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { writeOne } from '../writes.ts';
import { answerRecord, recordBody } from './registers.ts';

const ID = 'settings';
const answer = { status: 200, description: 'The settings', schema: schemaRef('Settings') } as const;

/** The settings: one record, without its id in the path. */
export const settingsRoutes = (parts: Parts): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/settings',
    access: roles(...settings.read),
    summary: 'The settings',
    answer,
    handler: ({ c, caller }) => {
      if (!parts.changes.ledger().tables.settings.has(ID)) throw problem('no-settings');
      return answerRecord(parts, c, caller, ID, ID);
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/settings',
    access: roles(...settings.write),
    summary: 'Change settings; the first time all of them are needed',
    body: recordBody,
    bodySchema: schemaRef('SettingsUpdate'),
    answer,
    handler: async ({ c, caller, body }) => {
      const ifRevision = revisionWanted(c);
      const target = { register: ID, record: ID, values: body } as const;
      const exists = parts.changes.ledger().tables.settings.has(ID);
      await writeOne(
        parts,
        caller,
        exists
          ? { kind: 'update', ...target, ...(ifRevision === undefined ? {} : { ifRevision }) }
          : { kind: 'create', ...target },
      );
      return answerRecord(parts, c, caller, ID, ID);
    },
  }),
];
