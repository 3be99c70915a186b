import { useRememberedLocale } from '../common/locale.ts';
import './pb-board.ts';

await useRememberedLocale();
