import { useRememberedLocale } from '../shared/locale.ts';
import './pb-board.ts';

await useRememberedLocale();
