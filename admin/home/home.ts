import { useRememberedLocale } from '../shared/locale.ts';
import './pb-home.ts';

await useRememberedLocale();
