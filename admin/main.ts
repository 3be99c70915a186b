import { useRememberedLocale } from './shared/locale.ts';
import './app/pb-admin.ts';

await useRememberedLocale();
