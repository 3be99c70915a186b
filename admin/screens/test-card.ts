/** The test card of a screen: on it shows instead of the programme until it is switched off. */
import { msg } from '@lit/localize';
import type { Screen } from '../../core/registers/index.ts';
import { updateRecord } from '../api/records.ts';

/** What the button of a screen does now. */
export const testCardWord = ({ testCard }: Screen): string =>
  testCard ? msg('关测试卡', { id: 'screens.test-card-off' }) : msg('测试卡', { id: 'screens.test-card-on' });

/** Switches a screen's test card on or off. */
export async function switchTestCard({ id, testCard, revision }: Screen): Promise<void> {
  await updateRecord('screens', id, { testCard: testCard ? null : true }, revision);
}
