import { expect, it } from 'vitest';
import { titleOfRecord } from '../../admin/common/references.ts';
import { REGISTERS, registerNamed } from '../../core/registers/index.ts';

const titleOf = (_register: string, id: string): string => ({ u1: '柳园乡', u2: '临河镇' })[id] ?? id;

it('names records of one title apart where people choose among them', () => {
  const contest = { id: 'c', season: '2017下半年', round: 2, firstUnit: 'u1', secondUnit: 'u2' };
  expect(titleOfRecord(registerNamed('contests'), contest, titleOf)).toBe('2017下半年 · 轮次 2 · 柳园乡 · 临河镇');
  expect(titleOfRecord(registerNamed('contests'), { ...contest, secondUnit: undefined }, titleOf)).toBe(
    '2017下半年 · 轮次 2 · 柳园乡',
  );
  expect(titleOfRecord(registerNamed('schemes'), { id: 's', name: '考核办法', version: 2 }, titleOf)).toBe(
    '考核办法 · 版本 2',
  );
});

it('are told apart by fields of the register', () => {
  for (const { name } of Object.values(REGISTERS)) {
    const { apart = [], fields } = registerNamed(name as keyof typeof REGISTERS);
    for (const field of apart) expect([name, Object.hasOwn(fields, field)]).toEqual([name, true]);
  }
});
