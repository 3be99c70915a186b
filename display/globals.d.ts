/** The id of this build; `dev` when none was given. */
declare const __BUILD__: string;
