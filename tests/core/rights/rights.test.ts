import { describe, expect, it } from 'vitest';
import { recordIn, valuesOf } from '../../../core/ledger/ledger.ts';
import type { Values } from '../../../core/register/check-record.ts';
import { ROLES, type Role } from '../../../core/register/role.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../../../core/registers/index.ts';
import { breaksFourEyes } from '../../../core/rights/four-eyes.ts';
import type { Holder } from '../../../core/rights/holder.ts';
import { mayReadChanges, privateFields, sightOf, unitOf } from '../../../core/rights/reading.ts';
import { mayWrite, mayWriteField, mayWriteRegister } from '../../../core/rights/writing.ts';
import { ledgerWith } from '../../support/ledger.ts';
import { TWO_UNITS } from '../../support/two-units.ts';

const ledger = ledgerWith(TWO_UNITS);
const REPORTER: Holder = { id: 'r', role: 'reporter', unit: 'u1' };
const person = (role: Role): Holder => (role === 'reporter' ? REPORTER : { id: role, role });
const token = (rights: 'read' | 'write', registers: readonly RegisterName[] | null = null): Holder => ({
  id: 't',
  role: 'admin',
  scope: { rights, registers },
});

const valuesIn = (name: RegisterName, id: string): Values => {
  const record = recordIn(ledger, name, id);
  if (!record) throw new Error(`there is no ${name}/${id}`);
  return valuesOf(registerNamed(name), record);
};

const sight = (who: Holder, name: RegisterName, id: string) =>
  sightOf(who, registerNamed(name), id, valuesIn(name, id), ledger);

/** `ok`, the paths of what is refused, or `refused` as a whole. */
const outcomeOf = (
  who: Holder,
  name: RegisterName,
  before: Values | null,
  after: Values | null,
  more: object = {},
): string => {
  const outcome = mayWrite(who, registerNamed(name), { before, after, ...more }, ledger);
  if (outcome.ok) return 'ok';
  return outcome.problem.fields.map(({ path }) => path).join(' ') || 'refused';
};

const update = (who: Holder, name: RegisterName, id: string, values: Values): string => {
  const before = valuesIn(name, id);
  return outcomeOf(who, name, before, { ...before, ...values });
};

const reads = (who: Holder, name: RegisterName, id: string) => mayReadChanges(who, registerNamed(name), id, ledger);

const writes = (who: Holder, name: RegisterName, field: string) => mayWriteField(who, registerNamed(name), field);

describe('whose a record is', () => {
  it.each([
    ['projects', 'p1', 'u1'],
    ['reports', 'report2', 'u2'],
    ['milestones', 'milestone1', 'u1'],
    ['permits', 'permit2', 'u2'],
    ['issues', 'issue1', 'u1'],
    ['notices', 'notice2', 'u2'],
    ['pipeline', 'idea1', 'u1'],
    ['leaders', 'leader1', null],
  ] as const)('%s/%s belongs to %s', (name, id, unit) => {
    expect(unitOf(registerNamed(name), valuesIn(name, id), ledger)).toBe(unit);
  });

  it('is nobody’s when the reference is not set or names nothing', () => {
    expect(unitOf(registerNamed('reports'), {}, ledger)).toBeNull();
    expect(unitOf(registerNamed('reports'), { project: 'gone' }, ledger)).toBeNull();
  });
});

describe('reading', () => {
  it.each([
    ['reports', 'report1', 'whole'],
    ['reports', 'report2', 'nothing'],
    ['projects', 'p2', 'nothing'],
    ['plans', 'plan2', 'nothing'],
    ['duties', 'duty2', 'nothing'],
    ['notices', 'notice1', 'whole'],
    ['notices', 'draft1', 'nothing'],
    ['criticisms', 'proposed1', 'nothing'],
    ['bulletins', 'bulletin1', 'nothing'],
    ['units', 'u1', 'whole'],
    ['units', 'u2', 'public'],
    ['leaders', 'leader1', 'whole'],
    ['settings', 'settings', 'whole'],
    ['screens', 'wall', 'nothing'],
    ['playlists', 'loop', 'nothing'],
  ] as const)('a reporter of the first unit sees of %s/%s: %s', (name, id, seen) => {
    expect(sight(REPORTER, name, id)).toBe(seen);
  });

  it('a reporter without a unit sees no unit’s records', () => {
    const lost: Holder = { id: 'x', role: 'reporter' };
    expect(sight(lost, 'reports', 'report1')).toBe('nothing');
    expect(sight(lost, 'units', 'u1')).toBe('public');
  });

  it('the office sees every unit, as its registers say', () => {
    for (const role of (Object.keys(ROLES) as Role[]).filter((each) => each !== 'reporter')) {
      for (const name of Object.keys(REGISTERS) as RegisterName[]) {
        const expected = registerNamed(name).read.includes(role) ? 'whole' : 'nothing';
        for (const id of ledger.tables[name].keys())
          expect([role, name, sight(person(role), name, id)]).toEqual([role, name, expected]);
      }
    }
  });

  it('a token sees its registers only', () => {
    expect(sight(token('read'), 'reports', 'report2')).toBe('whole');
    expect(sight(token('read', ['units']), 'reports', 'report2')).toBe('nothing');
    expect(sight(token('read', ['units']), 'units', 'u2')).toBe('whole');
  });

  it('history goes with the record; of what is gone, and of the office’s drafts, a reporter reads none', () => {
    expect(reads(REPORTER, 'reports', 'report1')).toBe(true);
    expect(reads(REPORTER, 'reports', 'report2')).toBe(false);
    expect(reads(REPORTER, 'reports', 'gone')).toBe(false);
    expect(reads(REPORTER, 'units', 'u2')).toBe(false);
    expect(reads(REPORTER, 'notices', 'notice1')).toBe(false);
    expect(reads(person('auditor'), 'reports', 'gone')).toBe(true);
    expect(reads(person('editor'), 'users', 'gone')).toBe(false);
  });

  it.each([
    ['admin', 'units', ['phone']],
    ['verifier', 'units', ['phone']],
    ['verifier', 'leaders', []],
    ['reporter', 'units', []],
    ['admin', 'users', []],
  ] as const)('%s may ask for these private values of %s: %j', (role, name, fields) => {
    expect(privateFields(person(role), registerNamed(name))).toEqual(fields);
  });
});

const REPORT: Values = { project: 'p1', asOf: '2017-07-31', reportedYtdYuan: 1, state: 'submitted' };
const RETURNED: Values = { ...REPORT, state: 'returned', returnReason: '依据不足' };

describe('a reporter', () => {
  it.each([
    ['reports an own project', REPORT, 'ok'],
    ['not another unit’s', { ...REPORT, project: 'p2' }, 'project'],
    ['not one that there is not', { ...REPORT, project: 'gone' }, 'project'],
    ['not as verified', { ...REPORT, state: 'verified' }, 'state'],
    ['not the verified figure', { ...REPORT, completedYtdYuan: 1 }, 'completedYtdYuan'],
    ['not the day it came in', { ...REPORT, submittedOn: '2017-01-01' }, 'submittedOn'],
  ])('%s', (_what, values, outcome) => {
    expect(outcomeOf(REPORTER, 'reports', null, values)).toBe(outcome);
  });

  it.each([
    ['corrects what is submitted', REPORT, { reportedYtdYuan: 2 }, 'ok'],
    ['submits what was returned again', RETURNED, { reportedYtdYuan: 2, state: 'submitted' }, 'ok'],
    ['does not touch what is returned without submitting it', RETURNED, { note: '改' }, 'state'],
    ['does not touch what is verified', { ...REPORT, state: 'verified' }, { note: '改' }, 'state'],
    ['does not take back what is verified', { ...REPORT, state: 'verified' }, { state: 'submitted' }, 'state'],
    ['does not verify', REPORT, { state: 'verified' }, 'state'],
    ['does not give a report away', REPORT, { project: 'p2' }, 'project'],
    ['does not take another unit’s', { ...REPORT, project: 'p2' }, { project: 'p1' }, 'refused'],
    [
      'does not clear the verified figure',
      { ...REPORT, completedYtdYuan: 1 },
      { completedYtdYuan: null },
      'completedYtdYuan',
    ],
  ])('%s', (_what, before, values, outcome) => {
    expect(outcomeOf(REPORTER, 'reports', before, { ...before, ...values })).toBe(outcome);
  });

  it.each([
    ['issues', 'issue1', { measure: '协调', dueOn: '2017-08-01', state: 'inProgress' }, 'ok'],
    ['issues', 'issue1', { escalation: 'unit' }, 'escalation'],
    ['issues', 'issue1', { ownerUnit: 'u2' }, 'ownerUnit'],
    ['issues', 'issue1', { project: 'p2' }, 'project'],
    ['issues', 'issue2', { measure: '协调' }, 'refused'],
    ['notices', 'notice1', { state: 'acknowledged' }, 'ok'],
    ['notices', 'notice1', { state: 'replied', reply: '已整改', repliedOn: '2017-06-01' }, 'ok'],
    ['notices', 'notice1', { dueOn: '2018-01-01' }, 'dueOn state'],
    ['notices', 'notice1', { extensionGrantedTo: '2018-01-01', state: 'acknowledged' }, 'extensionGrantedTo'],
    ['criticisms', 'criticism1', { reply: '申辩' }, 'ok'],
    ['criticisms', 'criticism1', { counted: false }, 'counted'],
    ['decisions', 'decision1', { state: 'inProgress', progress: '推进' }, 'ok'],
    ['decisions', 'decision1', { state: 'cancelled' }, 'state'],
    ['projects', 'p1', { remark: '改' }, 'refused'],
    ['units', 'u1', { coordinator: '改' }, 'refused'],
  ] as const)('may change %s/%s by %j: %s', (name, id, values, outcome) => {
    expect(update(REPORTER, name, id, values)).toBe(outcome);
  });

  it('deletes nothing', () => {
    expect(outcomeOf(REPORTER, 'reports', REPORT, null)).toBe('refused');
  });

  it('leaves to the record’s own check what it lacks', () => {
    expect(outcomeOf(REPORTER, 'reports', null, {})).toBe('ok');
  });

  it('may let the server fill in what a reporter does not', () => {
    const photo = {
      project: 'p1',
      month: '2017-05',
      state: 'submitted',
      file: 'f',
      likeness: 'l',
      width: 1,
      height: 1,
    };
    expect(outcomeOf(REPORTER, 'photos', null, photo)).toBe('state file likeness width height');
    const byServer = ['state', 'file', 'likeness', 'width', 'height'];
    expect(outcomeOf(REPORTER, 'photos', null, photo, { byServer })).toBe('ok');
    expect(outcomeOf(REPORTER, 'photos', null, { ...photo, state: 'accepted' }, { byServer })).toBe('state');
  });
});

describe('the office', () => {
  it.each([
    ['verifier', 'reports', 'open1', { state: 'verified', completedYtdYuan: 1 }, 'ok'],
    ['operator', 'reports', 'open1', { note: '改' }, 'refused'],
    ['auditor', 'reports', 'open1', { note: '改' }, 'refused'],
    ['editor', 'issues', 'issue1', { label: '手续' }, 'label'],
    ['editor', 'milestones', 'milestone1', { waivedOn: '2017-06-01', waiverReason: '取消' }, 'waivedOn waiverReason'],
    ['editor', 'notices', 'draft1', { state: 'approved' }, 'state'],
    ['reviewer', 'notices', 'draft1', { state: 'approved' }, 'ok'],
    ['verifier', 'notices', 'notice1', { extensionGrantedTo: '2017-08-01' }, 'extensionGrantedTo'],
    ['signer', 'criticisms', 'proposed1', { state: 'reviewed' }, 'state'],
    // A step that the flow does not have is the record's matter.
    ['editor', 'notices', 'draft1', { state: 'closed' }, 'ok'],
  ] as const)('%s changes %s/%s by %j: %s', (role, name, id, values, outcome) => {
    expect(update(person(role), name, id, values)).toBe(outcome);
  });

  it('starts a record only in the states that its role starts', () => {
    const notice = valuesIn('notices', 'draft1');
    expect(outcomeOf(person('editor'), 'notices', null, notice)).toBe('ok');
    expect(outcomeOf(person('signer'), 'notices', null, notice)).toBe('state');
    expect(outcomeOf(person('admin'), 'notices', null, { ...notice, state: 'closed' })).toBe('state');
    expect(outcomeOf(person('admin'), 'notices', null, { ...notice, state: 'closed' }, { restores: true })).toBe('ok');
  });

  it('takes a step back when it may make the step, and only then', () => {
    const notice = valuesIn('notices', 'notice1');
    const back = (role: Role, restores: boolean) =>
      outcomeOf(person(role), 'notices', notice, { ...notice, state: 'approved' }, { restores });
    expect(back('signer', true)).toBe('ok');
    expect(back('verifier', true)).toBe('state');
  });
});

describe('a token', () => {
  it.each([
    [token('write'), 'units', true],
    [token('read'), 'units', false],
    [token('write', ['units']), 'units', true],
    [token('write', ['units']), 'reports', false],
    [token('write'), 'users', false],
    [token('write', ['tokens']), 'tokens', false],
  ] as const)('%j writes %s: %s', (who, name, writes) => {
    expect(mayWriteRegister(who, registerNamed(name))).toBe(writes);
  });
});

it('forms know which fields a role writes', () => {
  expect(writes(REPORTER, 'reports', 'reportedYtdYuan')).toBe(true);
  expect(writes(REPORTER, 'reports', 'completedYtdYuan')).toBe(false);
  expect(writes(REPORTER, 'units', 'name')).toBe(false);
  expect(writes(person('editor'), 'issues', 'label')).toBe(false);
  expect(writes(person('admin'), 'issues', 'label')).toBe(true);
});

describe('four eyes', () => {
  const submitted = { ...REPORT };
  const verified = { ...REPORT, state: 'verified', completedYtdYuan: 1 };
  it.each([
    ['another person verifies', 'v', submitted, verified, 'r', null],
    ['the one who reported verifies', 'r', submitted, verified, 'r', 'state'],
    ['who verifies reports in the same write', 'v', submitted, { ...verified, reportedYtdYuan: 5 }, 'r', 'state'],
    ['a report begins as verified with a reported figure', 'v', null, verified, null, 'state'],
    ['nothing was reported', 'v', null, { ...verified, reportedYtdYuan: undefined }, null, null],
    ['a verified figure changes', 'x', verified, { ...verified, reportedYtdYuan: 9 }, 'r', 'reportedYtdYuan'],
    ['a verified report’s note changes', 'r', verified, { ...verified, note: '注' }, 'r', null],
    ['the one who reported returns it', 'r', verified, { ...verified, state: 'returned' }, 'r', null],
  ])('%s', (_what, who, before, after, reporter, path) => {
    expect(breaksFourEyes(who, before, after, reporter)?.path ?? null).toBe(path);
  });
});
