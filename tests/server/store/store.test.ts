import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGISTERS, registerNamed, type RegisterName } from '../../../core/registers/index.ts';
import { columnOf, columnType, fromColumn, toColumn } from '../../../server/store/columns.ts';
import { valueOf } from '../../../server/store/database.ts';
import { epochOf, renewEpoch } from '../../../server/store/epoch.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { MIGRATIONS } from '../../../server/store/migrations/index.ts';
import { isUsableVersion, openDatabase } from '../../../server/store/open-database.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { StorageError } from '../../../server/store/storage-error.ts';
import { ENGINE_NAMES, ENGINES, temporaryFolder, testStore } from '../../support/stores.ts';

const STORE = resolve(import.meta.dirname, '../../../server/store/open-store.ts');

const broken = (): never => {
  throw new Error("version `GLIBC_2.34' not found");
};

const byName = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);

describe.each(ENGINE_NAMES)('a database on %s', (engine) => {
  it('is durable and checked', async () => {
    const database = await testStore(engine, join(temporaryFolder(), 'paceboard.db'));
    expect(database.engine).toBe(engine);
    expect(valueOf(database, 'PRAGMA journal_mode')).toBe('wal');
    expect(valueOf(database, 'PRAGMA synchronous')).toBe(2);
    expect(valueOf(database, 'PRAGMA foreign_keys')).toBe(1);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const database = await testStore(engine);
    const insert = database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
    const failing = (): void =>
      database.transaction(() => {
        insert.run('half', 'written');
        throw new RangeError('in the middle');
      });
    expect(failing).toThrow(RangeError);
    expect(database.prepare("SELECT * FROM meta WHERE key = 'half'").get()).toBeUndefined();
    expect(database.inTransaction()).toBe(false);
  });

  it('turns what SQLite refuses into a storage error', async () => {
    const database = await testStore(engine);
    const insert = database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
    const twice = (): void => database.transaction(() => void (insert.run('a', '1'), insert.run('a', '2')));
    expect(twice).toThrow(StorageError);
    expect(database.prepare("SELECT * FROM meta WHERE key = 'a'").get()).toBeUndefined();
  });

  it('is refused to a second process until the first one is gone', async () => {
    const folder = temporaryFolder();
    const database = await testStore(engine, join(folder, 'paceboard.db'));
    const program = `import(process.argv[1]).then((m) => m.openStore(process.argv[2])).then(
      (d) => { d.close(); console.log('opened'); }, (e) => console.log(e.name, e.message))`;
    const second = (): string =>
      spawnSync(process.execPath, ['-e', program, STORE, folder], { encoding: 'utf8' }).stdout;
    expect(second()).toMatch(/^InUseError .*paceboard\.db is in use by another Paceboard process/);
    database.exec("INSERT INTO meta (key, value) VALUES ('still', 'mine')");
    database.close();
    expect(second()).toBe('opened\n');
    await testStore(engine, join(folder, 'paceboard.db')).then((again) =>
      expect(again.prepare("SELECT value FROM meta WHERE key = 'still'").get()).toMatchObject({ value: 'mine' }),
    );
  });
});

describe('opening', () => {
  it('takes the second engine when the first does not load here', async () => {
    const database = await openDatabase(':memory:', [broken, ENGINES['node:sqlite']]);
    expect(database.engine).toBe('node:sqlite');
    database.close();
    await expect(openDatabase(':memory:', [broken])).rejects.toThrow('GLIBC_2.34');
  });

  it('accepts only versions of SQLite with every fix that matters', () => {
    expect(['3.51.3', '3.52.0', '3.51.10', '4.0.0'].map(isUsableVersion)).toEqual([true, true, true, true]);
    expect(['3.51.2', '3.40.1', '3.9.99', '2.99.99'].map(isUsableVersion)).toEqual([false, false, false, false]);
  });

  it('makes the folder, and an epoch that stays until history is replaced', async () => {
    const folder = join(temporaryFolder(), 'new', 'data');
    const first = await openStore(folder);
    const epoch = epochOf(first);
    first.close();
    const second = await openStore(folder);
    expect(epochOf(second)).toBe(epoch);
    expect(renewEpoch(second)).not.toBe(epoch);
    expect(epochOf(second)).not.toBe(epoch);
    second.close();
  });
});

describe('migrations', () => {
  it('run once, each whole', async () => {
    const database = await testStore();
    const steps = [...MIGRATIONS, { name: 'more', sql: 'CREATE TABLE more (id INTEGER) STRICT' }];
    migrate(database, steps);
    migrate(database, steps);
    expect(valueOf(database, 'PRAGMA user_version')).toBe(steps.length);
    const bad = [
      ...steps,
      { name: 'bad', sql: 'CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE more (id INTEGER)' },
    ];
    expect(() => migrate(database, bad)).toThrow(StorageError);
    expect(valueOf(database, 'PRAGMA user_version')).toBe(steps.length);
    expect(valueOf(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'")).toBe(0);
  });

  it('refuse a file of a newer product', async () => {
    const database = await testStore();
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    expect(() => migrate(database, MIGRATIONS)).toThrow('written by a newer Paceboard');
  });

  it.each(Object.keys(REGISTERS) as RegisterName[])('give the register %s a column for every field', async (name) => {
    const database = await testStore();
    const columns = database.prepare(`PRAGMA table_info("${name}")`).all();
    const found = columns.map((column) => [column['name'], column['type'], column['notnull'] === 1]);
    const { fields, unique } = registerNamed(name);
    const expected = Object.entries(fields).map(([field, each]) => [columnOf(field), columnType(each), !each.optional]);
    const head = [
      ['id', 'TEXT', true],
      ['revision', 'INTEGER', true],
      ['changed_at', 'INTEGER', true],
    ];
    expect(found.toSorted(byName)).toEqual([...head, ...expected].toSorted(byName));
    const indexes = database
      .prepare(`PRAGMA index_list("${name}")`)
      .all()
      .filter((index) => index['origin'] === 'u');
    const uniques = indexes.map((index) =>
      database
        .prepare(`PRAGMA index_info("${index['name']}")`)
        .all()
        .map((each) => each['name']),
    );
    expect(uniques).toEqual(unique ? [unique.map(columnOf)] : []);
    const foreign = database
      .prepare(`PRAGMA foreign_key_list("${name}")`)
      .all()
      .map((each) => `${each['from']} ${each['table']}`);
    const targets = Object.entries(fields).flatMap(([field, { kind, target }]) =>
      kind === 'reference' ? [`${columnOf(field)} ${target}`] : [],
    );
    expect(foreign.toSorted()).toEqual(targets.toSorted());
  });

  it('search by an index for what refers to a project: an import that is taken back deletes thousands', async () => {
    const database = await testStore();
    const rows = (pragma: string) => database.prepare(`PRAGMA ${pragma}`).all();
    const searched = (table: string): readonly unknown[] =>
      rows(`index_list("${table}")`).map(({ name }) => rows(`index_info("${String(name)}")`)[0]?.['name']);
    const slow = Object.keys(REGISTERS).flatMap((table) =>
      rows(`foreign_key_list("${table}")`)
        .filter((each) => each['table'] === 'projects' && !searched(table).includes(each['from']))
        .map((each) => `${table}.${String(each['from'])}`),
    );
    expect(slow).toEqual([]);
  });
});

describe('columns', () => {
  it('give back what was put in, for every kind of field', () => {
    const fields = {
      ...registerNamed('projects').fields,
      ...registerNamed('units').fields,
      ...registerNamed('screens').fields,
    };
    const samples: Readonly<Record<string, unknown>> = {
      carriedOver: false,
      revoked: true,
      totalInvestmentYuan: 10_000_000_000_000,
      plannedStart: '2017-03',
      otherNames: ['甲', '"quoted"'],
      stage: { width: 1920, crop: { x: 0 } },
      name: "'; DROP TABLE units; --",
    };
    for (const [name, value] of Object.entries(samples)) {
      const field = fields[name];
      if (!field) throw new Error(`no field ${name}`);
      expect(fromColumn(field, toColumn(field, value))).toEqual(value);
      expect(fromColumn(field, toColumn(field, undefined))).toBeUndefined();
    }
  });
});
