/** Boards as files. */
import { z } from 'zod';
import { boardTables } from '../../../core/export/board-table.ts';
import { officeDate } from '../../../core/office-time.ts';
import { OFFICE_ROLES } from '../../../core/register/role.ts';
import { isObject } from '../../../core/result.ts';
import type { Identity } from '../../accounts/accounts.ts';
import { writeTables } from '../../exports/exports.ts';
import type { Parts } from '../../parts.ts';
import { SIGNED_IN } from '../access.ts';
import { boardQuery, BOARDS, type BoardQuery, type ServedBoard } from '../board-table.ts';
import { checked } from '../input.ts';
import { knownLedger } from '../known-ledger.ts';
import { problem } from '../problem.ts';
import { refuseTakenDown, type PublicView, type PublicViews } from '../public-view.ts';
import { route, type Route } from '../route.ts';
import { answerFile, CONTENT_TYPES, contextAt, localeSchema, wantedFile, type MadeFile } from './exports.ts';

/** The boards check their own options; what is not among them is refused there. */
const anyQuery = z.object({ locale: localeSchema }).catchall(z.string());

type AnyQuery = z.infer<typeof anyQuery>;

/** A board that must be told one choice, such as the group of a ranking, is exported for all of them when it is not. */
function optionSets({ options }: ServedBoard, given: Readonly<Record<string, string>>): readonly object[] {
  const open = Object.entries(options).find(
    ([name, { optional, choices }]) => !optional && choices && !(name in given),
  );
  if (!open) return [given];
  const [name, { choices = {} }] = open;
  return Object.keys(choices).map((choice) => ({ ...given, [name]: choice }));
}

const isOffice = ({ role }: Identity): boolean => OFFICE_ROLES.some((each) => each === role);

interface Served {
  readonly parts: Parts;
  readonly views: PublicViews;
}

/** The ledger and the cut-off that a file is made of: the public's for reporters, any moment's in the office. */
function viewAskedFor(
  { parts, views }: Served,
  { role }: Identity,
  { known, asOf }: BoardQuery,
): Pick<PublicView, 'ledger' | 'asOf' | 'baseline' | 'takenDown'> {
  if (known === undefined) return views.ofRole(role, asOf);
  const { ledger } = knownLedger(parts, known, 'known');
  return { ledger, ...(asOf === undefined ? {} : { asOf }) };
}

async function boardFile(
  served: Served,
  caller: Identity,
  file: string,
  { locale, ...given }: AnyQuery,
): Promise<MadeFile> {
  const { name, format } = wantedFile(file);
  const board = BOARDS.find((each) => each.name === name);
  if (!board) throw problem('not-found', { detail: `there is no board ${name}` });
  // What the office's boards tell, and what was corrected since, is not for reporters.
  if ((!board.public || given['known'] !== undefined) && !isOffice(caller)) throw problem('forbidden');
  const schema = boardQuery(board.options);
  const queries = optionSets(board, given).map((options) => checked(schema, options));
  const view = viewAskedFor(served, caller, queries[0] ?? {});
  for (const options of queries) refuseTakenDown(view, name, options);
  const { ledger, asOf, baseline } = view;
  const today = officeDate(served.parts.now());
  const context = { ...contextAt(ledger, asOf), today, ...(baseline ? { baseline } : {}) };
  const boards = queries.flatMap(({ known: _known, asOf: _asOf, ...options }) => {
    const data = board.data(context, options);
    return isObject(data) ? [data] : [];
  });
  if (boards.length === 0) throw problem('not-found', { detail: 'the project is not on the list' });
  const { office, demo } = context.settings;
  const all = boardTables(name, boards, { locale, label: board.label, asOf: context.asOf, office, demo });
  if (all.length === 0) throw problem('not-found', { detail: `the board ${name} has no file` });
  const tables = format === 'csv' ? all.slice(0, 1) : all;
  const bytes = await writeTables(tables, format);
  const detail = {
    revision: ledger.revision,
    asOf: context.asOf,
    rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
  };
  return { subject: `boards/${name}`, label: board.label[locale], format, bytes, detail };
}

/** Files of boards. */
export const boardExportRoutes = (parts: Parts, views: PublicViews): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/exports/boards/:file',
    access: SIGNED_IN,
    summary:
      'A board as {board}.xlsx with a sheet per list or {board}.csv with the first; a ranking without a group has all',
    query: anyQuery,
    answer: { status: 200, description: 'The file', type: CONTENT_TYPES.xlsx },
    handler: async ({ c, caller, param, query }) =>
      answerFile(parts, c, caller, await boardFile({ parts, views }, caller, param('file'), query)),
  }),
];
