import { msg } from '@lit/localize';
import type { Role } from '../../core/register/role.ts';
import { REGISTERS } from '../../core/registers/index.ts';

/** The parts of the page, in the order of its navigation. */
export const SECTIONS = [
  'figures',
  'boards',
  'ranking',
  'schemes',
  'report',
  'verify',
  'imports',
  'editions',
  'playlists',
  'media',
  'screens',
  'themes',
  'registers',
  'people',
  'log',
  'settings',
] as const;

export type Section = (typeof SECTIONS)[number];

export const isSection = (name: string): name is Section => SECTIONS.some((section) => section === name);

/** Who may open a section, where not everybody who may open the page. */
const ADMITTED: Partial<Record<Section, readonly Role[]>> = {
  report: REGISTERS.reports.write,
  verify: ['admin', 'editor', 'verifier'],
  imports: ['admin', 'editor'],
  people: ['admin', 'auditor'],
  media: REGISTERS.media.write,
  themes: REGISTERS.themes.write,
};

/** The sections that a role may open; a unit's reporters have theirs and no other. */
export const sectionsFor = (role: Role): readonly Section[] =>
  role === 'reporter' ? ['report'] : SECTIONS.filter((section) => ADMITTED[section]?.includes(role) ?? true);

/** Where somebody begins: reviewers and signers at what waits for them, auditors at what was changed. */
const BEGINNINGS: Partial<Record<Role, Section>> = {
  reporter: 'report',
  verifier: 'verify',
  reviewer: 'editions',
  signer: 'editions',
  operator: 'screens',
  auditor: 'log',
};

export const beginningOf = (role: Role): Section => BEGINNINGS[role] ?? 'figures';

export function sectionText(section: Section): string {
  switch (section) {
    case 'figures':
      return msg('填报数据', { id: 'section.figures' });
    case 'boards':
      return msg('看板', { id: 'section.boards' });
    case 'ranking':
      return msg('排行分析', { id: 'section.ranking' });
    case 'schemes':
      return msg('考核', { id: 'section.schemes' });
    case 'report':
      return msg('单位填报', { id: 'section.report' });
    case 'verify':
      return msg('核实', { id: 'section.verify' });
    case 'imports':
      return msg('导入', { id: 'section.imports' });
    case 'editions':
      return msg('期次', { id: 'section.editions' });
    case 'playlists':
      return msg('节目单', { id: 'section.playlists' });
    case 'media':
      return msg('素材', { id: 'section.media' });
    case 'screens':
      return msg('屏幕', { id: 'section.screens' });
    case 'themes':
      return msg('配色', { id: 'section.themes' });
    case 'registers':
      return msg('台账', { id: 'section.registers' });
    case 'people':
      return msg('人员', { id: 'section.people' });
    case 'log':
      return msg('变更记录', { id: 'section.log' });
    case 'settings':
      return msg('设置', { id: 'section.settings' });
  }
}

/** Whether a role may write in registers whose declaration names these roles. */
export const mayWrite = (role: Role | undefined, writers: readonly Role[]): boolean =>
  role !== undefined && writers.includes(role);
