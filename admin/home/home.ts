import { useRememberedLocale } from '../common/locale.ts';
import './pb-home.ts';

await useRememberedLocale();
