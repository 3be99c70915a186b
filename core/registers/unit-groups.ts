/** The groups in which units are ranked, in the office's order. */
export const UNIT_GROUPS = {
  township: { zh: '乡镇办', en: 'Townships' },
  park: { zh: '园区', en: 'Parks' },
  department: { zh: '区直部门', en: 'Departments' },
} as const;

export type UnitGroup = keyof typeof UNIT_GROUPS;
