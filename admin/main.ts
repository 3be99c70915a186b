import { useRememberedLocale } from './common/locale.ts';
import './app/pb-admin.ts';

await useRememberedLocale();
