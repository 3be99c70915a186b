/** What travels with a request through the application. */
export interface AppEnv {
  readonly Bindings: {
    /** Node's own request, where there is a socket; tests that call the application directly have none. */
    readonly incoming?: {
      readonly url?: string | undefined;
      readonly socket?: { readonly remoteAddress?: string | undefined } | undefined;
    };
  };
  readonly Variables: {
    requestId: string;
    /** The pattern of the route that answers; absent when none does. */
    route: string | undefined;
    /** Who asks, for the log; absent for strangers. */
    actor: string | undefined;
  };
}
