/** The title that a person gave to an edition; empty where it only says the number. */
export const ownTitle = ({ title }: { readonly title: string }): string =>
  /^第\d+期(更正\d*)?$/.test(title) ? '' : title;
