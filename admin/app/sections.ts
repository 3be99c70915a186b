import { msg } from '@lit/localize';
import type { Role } from '../../core/register/role.ts';

/** The parts of the page, in the order of its navigation. */
export const SECTIONS = ['figures', 'playlists', 'screens', 'registers', 'log', 'settings'] as const;

export type Section = (typeof SECTIONS)[number];

export const isSection = (name: string): name is Section => SECTIONS.some((section) => section === name);

export function sectionText(section: Section): string {
  switch (section) {
    case 'figures':
      return msg('填报数据', { id: 'section.figures' });
    case 'playlists':
      return msg('节目单', { id: 'section.playlists' });
    case 'screens':
      return msg('屏幕', { id: 'section.screens' });
    case 'registers':
      return msg('台账', { id: 'section.registers' });
    case 'log':
      return msg('变更记录', { id: 'section.log' });
    case 'settings':
      return msg('设置', { id: 'section.settings' });
  }
}

/** Whether a role may write in registers whose declaration names these roles. */
export const mayWrite = (role: Role | undefined, writers: readonly Role[]): boolean =>
  role !== undefined && writers.includes(role);
